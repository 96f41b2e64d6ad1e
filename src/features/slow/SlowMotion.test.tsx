import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it } from "vitest";
import { SlowMotion } from "#/features/slow/SlowMotion.tsx";
import { loadModesTexts } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(loadModesTexts);

it("pauses a run that trains, then brings up the batch that comes next", async () => {
  const page = await renderWithApp(<SlowMotion />);
  await screen.findByText(/Step 1:/);
  await act(async () => {
    void page.app.store.getState().train();
    await page.settle();
    page.pool.lane(0).advance(3);
    await page.settle();
  });
  expect(screen.getByText(/trains at full speed/)).toBeVisible();
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Pause"]);
  expect(screen.queryByText(/Image \d+ of/)).toBeNull();
  await userEvent.click(screen.getByTestId("slow-pause-run"));
  await page.settle();
  await waitFor(() => {
    expect(screen.getByText(/Step 4:/)).toBeVisible();
  });
  expect(page.app.store.getState().phase).toBe("paused");
});

it("takes a step of its own without calling it a run", async () => {
  const page = await renderWithApp(<SlowMotion />);
  await screen.findByText(/Step 1:/);
  await userEvent.click(screen.getByTestId("slow-next"));
  await page.settle();
  expect(page.app.store.getState().phase).toBe("training");
  expect(screen.queryByTestId("slow-pause-run")).toBeNull();
  expect(screen.queryByText(/of 0/)).toBeNull();
  await act(async () => {
    page.pool.lane(0).advance(1);
    await page.settle();
  });
  expect(await screen.findByText(/Step 2:/)).toBeVisible();
});
