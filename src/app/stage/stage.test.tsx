import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { StagePlay } from "./StagePlay.tsx";
import { StageShell } from "./StageShell.tsx";
import { loadModesTexts, loadLaterEnglish } from "#/i18n/translate.ts";
import { renderWithApp } from "#/state/testing/renderWithApp.tsx";

beforeAll(async () => {
  await Promise.all([loadModesTexts(), loadLaterEnglish()]);
});

/** True when nobody kept the browser from doing what it does at this key. */
const press = (key: string, repeat = false): boolean => {
  let passed = true;
  act(() => {
    passed = fireEvent.keyDown(document.body, { key, repeat });
  });
  return passed;
};

async function onStage() {
  const page = await renderWithApp(<StageShell />);
  act(() => {
    page.app.store.getState().go({ stage: true });
  });
  return page;
}

/** On a browser that fills the screen a moment after it was asked. */
async function overFullScreen() {
  let filled: Element | null = null;
  const request = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    filled = document.documentElement;
  });
  const exit = vi.fn(() => Promise.resolve());
  Object.assign(document.documentElement, { requestFullscreen: request });
  Object.assign(document, { exitFullscreen: exit });
  Object.defineProperty(document, "fullscreenElement", { configurable: true, get: () => filled });
  onTestFinished(() => {
    Reflect.deleteProperty(document.documentElement, "requestFullscreen");
    Reflect.deleteProperty(document, "exitFullscreen");
    Reflect.deleteProperty(document, "fullscreenElement");
  });
  return { ...(await onStage()), request, exit };
}

describe("lecturer's mode", () => {
  it("blanks the screen and brings it back", async () => {
    await onStage();
    press("b");
    expect(screen.getByTestId("stage-blank")).toBeVisible();
    press(".");
    expect(screen.queryByTestId("stage-blank")).toBeNull();
  });

  it("blanks once while the key is held", async () => {
    await onStage();
    press("b");
    for (let i = 0; i < 3; i++) expect(press("b", true)).toBe(false);
    expect(screen.getByTestId("stage-blank")).toBeVisible();
  });

  it("gives back a full screen that comes only after it was left", async () => {
    const { app, request, exit } = await overFullScreen();
    expect(request).toHaveBeenCalledOnce();
    press("Escape");
    expect(app.store.getState().route.stage).toBe(false);
    await act(async () => {
      await request.mock.results[0]?.value;
    });
    expect(exit).toHaveBeenCalledOnce();
  });

  it("keeps the page at F5", async () => {
    await onStage();
    expect(press("F5")).toBe(false);
  });

  it("uncovers at the first ?, and lets the second through to the list of keys", async () => {
    const { app } = await onStage();
    expect(press("?")).toBe(false);
    expect(app.store.getState().uncovered).toBe(true);
    expect(press("?")).toBe(true);
  });

  it("is left with Escape, but a blank screen is lit first", async () => {
    const { app } = await onStage();
    press("b");
    press("Escape");
    expect(app.store.getState().route.stage).toBe(true);
    press("Escape");
    expect(app.store.getState().route.stage).toBe(false);
  });

  it("leaves keys alone while something is typed", async () => {
    await renderWithApp(
      <>
        <StageShell />
        <input aria-label="field" />
      </>,
    );
    fireEvent.keyDown(screen.getByLabelText("field"), { key: "b" });
    expect(screen.queryByTestId("stage-blank")).toBeNull();
  });
});

describe("play on stage", () => {
  it("shows one panel, and goes through them by PageDown and PageUp", async () => {
    await renderWithApp(<StagePlay />);
    expect(screen.getByRole("radio", { name: "Loss" })).toBeChecked();
    press("PageDown");
    expect(screen.getByRole("radio", { name: "KL" })).toBeChecked();
    press("PageUp");
    press("PageUp");
    expect(screen.getByRole("radio", { name: "Sliders" })).toBeChecked();
  });

  it("trains and says where the run stands", async () => {
    const page = await renderWithApp(<StagePlay />);
    await userEvent.click(screen.getByRole("button", { name: "Train" }));
    await page.settle();
    expect(screen.getByTestId("run-status")).toHaveTextContent(/Training.*epoch 1 of \d+/);
    expect(screen.getByRole("button", { name: "Pause" })).toBeVisible();
  });
});
