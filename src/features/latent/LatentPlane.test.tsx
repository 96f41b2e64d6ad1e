import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fromScreen, restWindow, toScreen } from "#/core/latent/plane.ts";
// Here already, so that a card shows as soon as it is asked for.
import "#/features/latent/PointCards.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { pointer, stubPlaneRoom, wheel } from "#/features/latent/testing/planeRoom.ts";
import { renderWithApp, type RenderedApp } from "#/state/testing/renderWithApp.tsx";

beforeEach(stubPlaneRoom);
afterEach(() => {
  // Before the stubs go, so that what is under way is cancelled with the stub that began it.
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const state = (app: RenderedApp) => app.app.store.getState();
const handle = (): HTMLElement => screen.getByTestId("latent-handle");
const plane = (): HTMLElement => screen.getByTestId("latent-plane");

async function opened(steps = 0): Promise<RenderedApp> {
  const app = await renderWithApp(<LatentPlane />);
  if (steps > 0) await app.train(steps);
  return app;
}

function press(key: string, init: object = {}): void {
  act(() => {
    fireEvent.keyDown(handle(), { key, ...init });
  });
}

describe("handle", () => {
  it("is a slider that tells both coordinates", async () => {
    await opened();
    expect(handle()).toHaveAttribute("role", "slider");
    expect(handle()).toHaveAccessibleName("Handle on the latent plane");
    expect(handle()).toHaveAccessibleDescription(/Drag the handle/);
    expect(handle()).toHaveAttribute("aria-valuetext", "z₁ = 0.00, z₂ = 0.00");
  });

  it("moves by 0.1, with Shift by 0.5, with Alt by 0.01, and home to the origin", async () => {
    const app = await opened();
    press("ArrowRight");
    press("ArrowUp", { shiftKey: true });
    press("ArrowLeft", { altKey: true });
    expect(state(app).z).toEqual([0.09, 0.5]);
    expect(handle()).toHaveAttribute("aria-valuetext", "z₁ = 0.09, z₂ = 0.50");
    press("Home");
    expect(state(app).z).toEqual([0, 0]);
  });

  it("comes to where the plane is pressed, and follows the pointer", async () => {
    const app = await opened();
    pointer("pointerDown", plane(), [0.75, 0.25]);
    expect(state(app).z[0]).toBeCloseTo(fromScreen(restWindow, 0.75, 0.25)[0], 9);
    expect(document.activeElement).toBe(handle());
    pointer("pointerMove", plane(), [0.6, 0.5]);
    pointer("pointerUp", plane(), [0.6, 0.5]);
    expect(state(app).z[0]).toBeCloseTo(fromScreen(restWindow, 0.6, 0.5)[0], 9);
    pointer("pointerMove", plane(), [0.1, 0.1]);
    expect(state(app).z[0]).toBeCloseTo(fromScreen(restWindow, 0.6, 0.5)[0], 9);
  });

  it("keeps the distance to the pointer when it is taken beside its middle", async () => {
    const app = await opened();
    pointer("pointerDown", plane(), [0.51, 0.5]);
    pointer("pointerMove", plane(), [0.61, 0.5]);
    expect(state(app).z[0]).toBeCloseTo(fromScreen(restWindow, 0.6, 0.5)[0], 9);
  });

  it("moves by as much as a finger does, from anywhere", async () => {
    const app = await opened();
    const touch = { pointerType: "touch" } as const;
    pointer("pointerDown", plane(), [0.9, 0.9], touch);
    expect(state(app).z).toEqual([0, 0]);
    pointer("pointerMove", plane(), [0.8, 0.9], touch);
    pointer("pointerUp", plane(), [0.8, 0.9], touch);
    expect(state(app).z[0]).toBeCloseTo(fromScreen(restWindow, 0.4, 0.5)[0], 9);
    expect(state(app).z[1]).toBeCloseTo(0, 9);
  });

  it("never leaves the frame under the pointer", async () => {
    const app = await opened();
    pointer("pointerDown", plane(), [0.5, 0.5]);
    pointer("pointerMove", plane(), [3, -2]);
    const [u, v] = toScreen(restWindow, [state(app).z[0] ?? 0, state(app).z[1] ?? 0]);
    expect(u).toBeLessThanOrEqual(1);
    expect(v).toBeGreaterThanOrEqual(0);
  });
});

describe("window", () => {
  it("zooms by keys and returns, and by Ctrl and the wheel alone", async () => {
    const app = await opened();
    press("+");
    expect(state(app).window.extent).toBeCloseTo(3.19 * 0.8, 9);
    press("0");
    expect(state(app).window).toEqual(restWindow);
    wheel(plane(), false);
    expect(state(app).window).toEqual(restWindow);
    wheel(plane(), true);
    expect(state(app).window.extent).toBeGreaterThan(3.19);
    act(() => {
      fireEvent.doubleClick(plane());
    });
    expect(state(app).window).toEqual(restWindow);
  });

  it("pans with Shift and a drag, and with Ctrl and arrows", async () => {
    const app = await opened();
    pointer("pointerDown", plane(), [0.5, 0.5], { shiftKey: true });
    pointer("pointerMove", plane(), [0.6, 0.5], { shiftKey: true });
    pointer("pointerUp", plane(), [0.6, 0.5]);
    expect(state(app).window.centre[0]).toBeCloseTo(-0.638, 9);
    expect(state(app).z).toEqual([0, 0]);
    press("ArrowRight", { ctrlKey: true });
    expect(state(app).window.centre[0]).toBeCloseTo(0, 9);
  });

  it("zooms with two fingers", async () => {
    const app = await opened();
    const finger = (pointerId: number) => ({ pointerType: "touch", pointerId }) as const;
    pointer("pointerDown", plane(), [0.4, 0.5], finger(1));
    pointer("pointerDown", plane(), [0.6, 0.5], finger(2));
    pointer("pointerMove", plane(), [0.8, 0.5], finger(2));
    expect(state(app).window.extent).toBeCloseTo(3.19 / 2, 6);
    expect(state(app).z).toEqual([0, 0]);
  });
});

describe("points", () => {
  it("are reached by brackets, pinned by Enter and let go by Escape", async () => {
    const app = await opened(64);
    press("]");
    const first = state(app).hoveredPoint;
    expect(first).not.toBeNull();
    press("]");
    expect(state(app).hoveredPoint).not.toBe(first);
    press("[");
    expect(state(app).hoveredPoint).toBe(first);
    press("Enter");
    const points = app.app.frames.shown()?.points;
    expect(state(app).pinned).toBe(points?.indices[first ?? -1]);
    await app.settle();
    expect(screen.getByTestId("point-card")).toHaveTextContent(/reconstruction/);
    press("Escape");
    press("Escape");
    expect(state(app).pinned).toBeNull();
  });

  it("are pinned by a click that does not move", async () => {
    const app = await opened(64);
    press("ArrowRight", { shiftKey: true });
    press("ArrowRight", { shiftKey: true });
    const frame = app.app.frames.shown();
    const mean = frame?.points.mean ?? new Float32Array();
    const inside = [...(frame?.points.indices ?? [])].findIndex((_, i) => {
      const [u, v] = toScreen(restWindow, [mean[2 * i] ?? 0, mean[2 * i + 1] ?? 0]);
      return u > 0.05 && u < 0.95 && v > 0.05 && v < 0.95 && Math.hypot(u - 0.66, v - 0.5) > 0.1;
    });
    const place = toScreen(restWindow, [mean[2 * inside] ?? 0, mean[2 * inside + 1] ?? 0]);
    const before = state(app).z;
    pointer("pointerDown", plane(), place);
    pointer("pointerUp", plane(), place);
    expect(state(app).pinned).not.toBeNull();
    expect(state(app).z).toEqual(before);
  });

  it("are drawn from with E: the decodes stand in a row", async () => {
    const app = await opened(64);
    press("]");
    press("Enter");
    await app.settle();
    press("e");
    await app.settle();
    press("e");
    await app.settle();
    const row = screen.getByTestId("epsilon-draws");
    expect(within(row).getByRole("img", { name: "Draw 2" })).toBeInTheDocument();
    expect(within(row).getByRole("img", { name: /standard deviation/ })).toBeInTheDocument();
  });
});

describe("pins", () => {
  it("keep the handle's place with P and bring it back", async () => {
    const app = await opened();
    press("ArrowRight");
    press("p");
    press("Home");
    const pin = screen.getByRole("button", { name: /^Pin 1 at 0\.10, 0\.00/ });
    await userEvent.click(pin);
    expect(state(app).z).toEqual([0.1, 0]);
    act(() => {
      fireEvent.keyDown(pin, { key: "Delete" });
    });
    expect(state(app).pins).toEqual([]);
  });

  it("keep the cell under Alt and a click, at its very middle", async () => {
    const app = await opened(64);
    const n = app.app.frames.shown()?.sheet.spec.n ?? 0;
    pointer("pointerDown", plane(), [0.02, 0.02], { altKey: true });
    const middle = fromScreen(restWindow, 0.5 / n, 0.5 / n);
    expect(state(app).pins[0]?.[0]).toBeCloseTo(middle[0], 9);
    expect(state(app).z[1]).toBeCloseTo(middle[1], 9);
  });
});
