import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import { LessonsPage } from "./LessonsPage.tsx";
import type { ChapterId } from "#/core/lessons/chapters.ts";
import { loadModesTexts } from "#/i18n/translate.ts";
import { renderWithApp, type RenderedApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(loadModesTexts);

const route = ({ app }: RenderedApp) => app.store.getState().route;
const goal = () => screen.getByTestId("lesson-goal");
const press = (key: string) => fireEvent.keyDown(document.body, { key });

/** A chapter, at a step, with its lanes open. */
async function read(chapter: ChapterId, step = 0): Promise<RenderedApp> {
  const page = await renderWithApp(<LessonsPage />, {
    search: `?mode=lessons&topic=${chapter}&step=${String(step)}&autostart=0`,
  });
  await act(async () => {
    page.app.store.getState().go({ mode: "lessons", topic: chapter, step });
    await page.settle();
  });
  await screen.findByTestId("lesson-text");
  return page;
}

/** Takes so many steps of lanes that train, with a preview at the end. */
async function advance(page: RenderedApp, steps: number, lanes: number[]): Promise<void> {
  await act(async () => {
    for (const id of lanes) {
      const trainer = page.pool.lane(id);
      trainer.advance(steps);
      trainer.sendPreview();
    }
    await page.settle();
  });
}

describe("the overview", () => {
  it("lists seven chapters and opens one", async () => {
    const page = await renderWithApp(<LessonsPage />);
    expect(screen.getAllByRole("listitem")).toHaveLength(7);
    await userEvent.click(screen.getByTestId("chapter-beta"));
    expect(route(page)).toMatchObject({ mode: "lessons", topic: "beta", step: 0 });
    await screen.findByTestId("lesson-text");
  });
});

describe("a chapter", () => {
  it("is driven by Space and N", async () => {
    const page = await read("beta");
    act(() => void press("n"));
    await page.settle();
    await advance(page, 5, [1, 2, 3]);
    expect(screen.getByTestId("lesson-status")).toHaveTextContent("step 1");
    act(() => void press(" "));
    await page.settle();
    await advance(page, 5, [1, 2, 3]);
    expect(screen.getByTestId("lesson-status")).toHaveTextContent("step 6");
    act(() => void press(" "));
    await advance(page, 1, [1, 2, 3]);
    expect(screen.getByTestId("lesson-train")).toHaveTextContent("Train");
  });

  it("trains its own runs and leaves the page's alone", async () => {
    const page = await read("beta");
    expect(page.pool.open).toHaveLength(4);
    await userEvent.click(screen.getByTestId("lesson-train"));
    await page.settle();
    await advance(page, 240, [1, 2, 3]);
    expect(page.app.store.getState().progress?.step).toBe(0);
    expect(screen.getByTestId("lesson-status")).toHaveTextContent("step 240");
    expect(within(screen.getByTestId("lane-figures")).getAllByRole("row")).toHaveLength(4);
  });

  it("marks a goal once it is met, and lets one go on without", async () => {
    const page = await read("autoencoder");
    expect(goal()).toHaveAttribute("data-done", "false");
    await userEvent.click(screen.getByTestId("lesson-train"));
    await page.settle();
    await advance(page, 240, [1]);
    await waitFor(() => {
      expect(goal()).toHaveAttribute("data-done", "true");
    });
    expect(goal()).not.toHaveTextContent(/before/);
    expect(localStorage.getItem("vae-playground.learnt")).toMatch(/bottleneck/);
    await userEvent.click(screen.getByRole("button", { name: "Next" }));
    expect(route(page).step).toBe(1);
    expect(goal()).toHaveAttribute("data-done", "false");
    await userEvent.click(screen.getByRole("button", { name: "Next" }));
    expect(route(page).step).toBe(2);
  });

  it("knows goals of earlier visits as such, until somebody starts over", async () => {
    const kept = { version: 1, benches: {}, goals: ["bottleneck"] };
    localStorage.setItem("vae-playground.learnt", JSON.stringify(kept));
    await read("autoencoder");
    expect(goal()).toHaveTextContent(/Done before/);
    await userEvent.click(screen.getByRole("button", { name: "All chapters" }));
    const chapter = within(screen.getByTestId("chapter-autoencoder"));
    expect(chapter.getByText(/1 of 5 goals reached/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: /^Start over/ }));
    expect(chapter.queryByText(/goals reached/)).toBeNull();
    expect(localStorage.getItem("vae-playground.learnt")).not.toMatch(/bottleneck/);
  });

  it("ends its runs when it is left", async () => {
    const page = await read("grid");
    expect(page.pool.open).toHaveLength(2);
    await userEvent.click(screen.getByRole("button", { name: "All chapters" }));
    await page.settle();
    expect(page.pool.open).toEqual([0]);
  });

  it("is stepped through by PageDown and PageUp, over its ends", async () => {
    const page = await read("grid", 4);
    act(() => void press("PageDown"));
    expect(route(page)).toMatchObject({ topic: "sigmoid", step: 0 });
    act(() => void press("PageUp"));
    expect(route(page)).toMatchObject({ topic: "grid", step: 4 });
  });

  it("covers the answer until it is asked for", async () => {
    await read("autoencoder");
    expect(screen.queryByTestId("lesson-answer")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Show answer" }));
    expect(screen.getByTestId("lesson-answer")).toHaveTextContent(/differ in few pixels/);
    act(() => void press("PageDown"));
    expect(screen.queryByTestId("lesson-answer")).toBeNull();
  });

  it("uncovers it for lecturer's mode until the next step", async () => {
    const page = await read("autoencoder");
    act(() => {
      page.app.store.getState().uncover();
    });
    expect(screen.getByTestId("lesson-answer")).toBeVisible();
    act(() => void press("PageDown"));
    expect(screen.queryByTestId("lesson-answer")).toBeNull();
  });
});

describe("slow motion", () => {
  it("goes through seven phases with the numbers of the next step, and takes it", async () => {
    const page = await read("reparameterisation", 3);
    const slow = within(await screen.findByTestId("slow"));
    await waitFor(() => {
      expect(slow.getByText(/Step 1:/)).toBeVisible();
    });
    expect(slow.getAllByText("·").length).toBeGreaterThan(0);
    for (let phase = 1; phase < 7; phase++) {
      await userEvent.click(slow.getByTestId("slow-forward"));
    }
    expect(slow.getByText(/7 of 7/)).toBeVisible();
    expect(slow.queryAllByText("·")).toHaveLength(0);
    expect(slow.getAllByText(/‖∇‖/).length).toBeGreaterThan(0);
    expect(goal()).toHaveAttribute("data-done", "true");
    await userEvent.click(slow.getByTestId("slow-next"));
    await advance(page, 1, [1]);
    await waitFor(() => {
      expect(slow.getByText(/Step 2:/)).toBeVisible();
    });
    expect(slow.getByText(/1 of 7/)).toBeVisible();
  });
});
