import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { sampleLatents } from "#/core/latent/samples.ts";
import { SamplesTab } from "#/features/samples/SamplesTab.tsx";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

async function openTab() {
  const page = await renderWithApp(<SamplesTab />);
  act(() => page.app.store.getState().setTab("samples"));
  await page.settle();
  await page.train(10);
  await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return page;
}

describe("SamplesTab", () => {
  it("waits for the pictures in words", async () => {
    await renderWithApp(<SamplesTab />);
    expect(screen.getByText("The samples come with the next picture of the model.")).toBeVisible();
    expect(screen.getByText("Save as PNG")).toBeDisabled();
  });

  it("shows the samples of the frame, with its step", async () => {
    await openTab();
    expect(screen.getByText(/step 10/)).toBeVisible();
    expect(screen.getByText("Save as PNG")).toBeEnabled();
  });

  it("tells a sample's z, and takes the handle there", async () => {
    const page = await openTab();
    act(() => screen.getByRole("grid").focus());
    await userEvent.keyboard("{ArrowDown}{ArrowRight}{Enter}");
    const z = sampleLatents(page.app.store.getState().samplesSeed, 2);
    expect(page.app.store.getState().z).toEqual([z[22], z[23]]);
    const told = `sample 12: z = (${(z[22] ?? 0).toFixed(2)}, ${(z[23] ?? 0).toFixed(2)})`;
    expect(screen.getByText(told.replaceAll("-", "−"))).toBeVisible();
  });

  it("draws other z on request", async () => {
    const page = await openTab();
    const before = page.app.store.getState().samplesSeed;
    await userEvent.click(screen.getByText("New z"));
    expect(page.app.store.getState().samplesSeed).not.toBe(before);
  });
});
