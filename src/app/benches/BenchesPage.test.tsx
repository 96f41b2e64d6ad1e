import { act, fireEvent, screen, within } from "@testing-library/react";
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
