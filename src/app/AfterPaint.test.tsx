import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { AfterPaint } from "./AfterPaint.tsx";
import { BenchesPage } from "./benches/BenchesPage.tsx";
import { loadModesTexts } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(loadModesTexts);

it("forgets guesses and goals when the page starts fresh, and offers them back", async () => {
  const kept = {
    version: 1,
    benches: { "tiny-kl": { guess: 1, shown: false, verdict: null } },
    goals: ["bottleneck"],
  };
  localStorage.setItem("vae-playground.learnt", JSON.stringify(kept));
  const page = await renderWithApp(
    <>
      <AfterPaint />
      <BenchesPage />
    </>,
    { search: "?mode=benches&autostart=0" },
  );
  expect(screen.getByText("guessed, not run yet")).toBeVisible();
  await act(() => page.app.store.getState().startFresh());
  expect(screen.queryByText("guessed, not run yet")).toBeNull();
  expect(localStorage.getItem("vae-playground.learnt")).not.toMatch(/tiny-kl|bottleneck/);
  expect(screen.getByText("Guesses and verdicts are forgotten.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Bring them back" }));
  expect(screen.getByText("guessed, not run yet")).toBeVisible();
});
