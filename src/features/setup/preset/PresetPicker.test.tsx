import { fireEvent, screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";
import { PresetPicker } from "#/features/setup/preset/PresetPicker.tsx";

beforeAll(loadLaterEnglish);

async function open(preset: string) {
  const app = await renderWithApp(<PresetPicker />, {
    search: `?preset=${preset}&autostart=0`,
    trainer: { shape: [28, 28, 1], train: 60_000 },
  });
  return { ...app, preset: () => app.app.store.getState().preset };
}

it("groups presets by the question they answer", async () => {
  await open("mnist-sigmoid");
  fireEvent.click(screen.getByRole("button", { name: /^Preset/ }));
  const group = await screen.findByRole("group", { name: "Where does the sigmoid sit?" });
  const names = Array.from(group.querySelectorAll("[role=menuitemradio]"), (e) => e.textContent);
  expect(names).toEqual([
    "A · sigmoid in the output",
    "A, repaired",
    "B · sigmoid in the loss",
    "B, repaired",
    "C · as one should write it",
  ]);
  expect(screen.getByRole("menuitemradio", { name: /^A · sigmoid/ })).toBeChecked();
});

it("jumps between a system and its repair, and says what is mended", async () => {
  const { preset, settle } = await open("mnist-conv-2d");
  fireEvent.click(screen.getByRole("button", { name: "Compare with the repaired one" }));
  await settle();
  expect(preset()).toBe("mnist-conv-2d:repaired");
  fireEvent.click(screen.getByRole("button", { name: "What to look for" }));
  expect(await screen.findByText("σ from λ exp(λ) → exp(λ/2)")).toBeInTheDocument();
  expect(screen.getByText("KL weight β 0.0005 → 1")).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: "Back to it as written", hidden: true }));
  await settle();
  expect(preset()).toBe("mnist-conv-2d");
});

it("names the values that are not the source's", async () => {
  await open("fashion-dense-20");
  fireEvent.click(screen.getByRole("button", { name: "What to look for" }));
  expect(
    await screen.findByText(/^Chosen by us.*Initial weights, Optimiser ε/),
  ).toBeInTheDocument();
});
