import { describe, expect, it, vi } from "vitest";
import { pressShortcut } from "./shortcuts.ts";
import { stepOnce, toggleTraining } from "#/features/training/commands.ts";
import { createTestApp } from "#/state/testing/testApp.ts";
import type { AppState } from "#/state/types.ts";

function setup(change: Partial<AppState> = {}) {
  const { app } = createTestApp();
  const calls = {
    train: vi.fn(() => Promise.resolve()),
    pause: vi.fn(() => Promise.resolve()),
    undo: vi.fn(),
    redo: vi.fn(),
  };
  app.store.setState({ phase: "paused", ...calls, ...change });
  const showKeys = vi.fn();
  const press = (key: string, target: HTMLElement, more: KeyboardEventInit = {}): boolean => {
    let taken = false;
    document.body.append(target);
    target.addEventListener("keydown", (event) => {
      const state = app.store.getState;
      const single = () => state().shortcuts;
      const toggle = () => {
        toggleTraining(state());
      };
      const step = () => {
        stepOnce(state());
      };
      taken = pressShortcut(event, { settings: state, single, toggle, step, showKeys });
    });
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
    target.remove();
    return taken;
  };
  return { calls, showKeys, press };
}

const page = (): HTMLElement => document.createElement("div");

describe("shortcuts", () => {
  it("train and pause by Space", () => {
    const paused = setup();
    expect(paused.press(" ", page())).toBe(true);
    expect(paused.calls.train).toHaveBeenCalledOnce();
    const training = setup({ phase: "training" });
    training.press(" ", page());
    expect(training.calls.pause).toHaveBeenCalledOnce();
  });

  it("leave Space to what has the focus", () => {
    const { press, calls } = setup();
    expect(press(" ", document.createElement("button"))).toBe(false);
    expect(calls.train).not.toHaveBeenCalled();
  });

  it("step by N, unless it trains already", () => {
    const paused = setup();
    paused.press("n", page());
    expect(paused.calls.train).toHaveBeenCalledWith({ steps: 1 });
    const training = setup({ phase: "training" });
    training.press("n", page());
    expect(training.calls.train).not.toHaveBeenCalled();
  });

  it("show the list by ?", () => {
    const { press, showKeys } = setup();
    press("?", page(), { shiftKey: true });
    expect(showKeys).toHaveBeenCalledOnce();
  });

  it("undo and redo", () => {
    const { press, calls } = setup();
    press("z", page(), { ctrlKey: true });
    press("Z", page(), { metaKey: true, shiftKey: true });
    expect(calls.undo).toHaveBeenCalledOnce();
    expect(calls.redo).toHaveBeenCalledOnce();
  });

  it("stay away while somebody types", () => {
    const { press, calls } = setup();
    expect(press("n", document.createElement("input"))).toBe(false);
    expect(press("z", document.createElement("textarea"), { ctrlKey: true })).toBe(false);
    expect(calls.train).not.toHaveBeenCalled();
  });

  it("can be turned off, undo excepted", () => {
    const { press, calls } = setup({ shortcuts: false });
    expect(press(" ", page())).toBe(false);
    expect(press("z", page(), { ctrlKey: true })).toBe(true);
    expect(calls.undo).toHaveBeenCalledOnce();
  });
});
