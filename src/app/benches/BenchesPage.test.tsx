import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
// Here already, so that lanes open within a few turns.
import "#/state/lanes/groups.ts";
import { BenchesPage } from "./BenchesPage.tsx";
import { StageShell } from "../stage/StageShell.tsx";
import { loadLaterEnglish, loadModesTexts } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(async () => {
  await Promise.all([loadModesTexts(), loadLaterEnglish()]);
});

const press = (key: string): void => {
  act(() => {
    fireEvent.keyDown(document.body, { key });
  });
};

it.each(["mean-both", "sigmoid"])("drives the lanes of %s by Space and N", async (topic) => {
  const { pool, settle } = await renderWithApp(<BenchesPage />, {
    search: `?mode=benches&topic=${topic}&autostart=0`,
  });
  await screen.findByTestId("lane-0");
  await settle();
  const transport = () => screen.getByRole("group", { name: "All lanes of this bench" });
  const advance = async (steps: number) => {
    act(() => {
      for (const id of pool.open) if (id !== 0) pool.lane(id).advance(steps);
    });
    await settle();
  };
  press("n");
  await settle();
  await advance(5);
  expect(transport()).toHaveTextContent(/Paused at step 1 of/);
  press(" ");
  await settle();
  await advance(3);
  expect(transport()).toHaveTextContent(/Training: step 4 of/);
  press("n");
  await advance(1);
  expect(transport()).toHaveTextContent(/Training: step 5 of/);
  press(" ");
  await advance(1);
  expect(screen.getByTestId("bench-train")).toHaveTextContent("Train");
});

it("keeps guesses from visit to visit, until somebody starts over", async () => {
  localStorage.setItem(
    "vae-playground.learnt",
    JSON.stringify({
      version: 1,
      benches: { "tiny-kl": { guess: 1, shown: false, verdict: null } },
      goals: [],
    }),
  );
  await renderWithApp(<BenchesPage />, { search: "?mode=benches&autostart=0" });
  expect(screen.getByText("guessed, not run yet")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /^Start over/ }));
  expect(screen.queryByText("guessed, not run yet")).toBeNull();
  expect(screen.getByText("Guesses and verdicts are forgotten.")).toBeVisible();
  expect(localStorage.getItem("vae-playground.learnt")).not.toMatch(/tiny-kl/);
  await userEvent.click(screen.getByRole("button", { name: "Bring them back" }));
  expect(screen.getByText("guessed, not run yet")).toBeVisible();
});

const nameOfFirst = () =>
  within(screen.getByTestId("lane-0")).getByRole("heading", { level: 3 }).textContent;

it("uncovers the answer of each bench on a stage at the first ?", async () => {
  const { app, settle } = await renderWithApp(
    <>
      <StageShell />
      <BenchesPage />
    </>,
    { search: "?mode=benches&topic=mean-both&stage=1" },
  );
  for (const topic of ["mean-both", "tiny-kl"]) {
    act(() => {
      app.store.getState().go({ topic });
    });
    await settle();
    await screen.findByTestId("lane-0");
    expect(nameOfFirst()).toBe("?");
    act(() => {
      fireEvent.keyDown(document.body, { key: "?" });
    });
    expect(nameOfFirst()).toBe("As written");
  }
});
