import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { highestKl } from "#/core/latent/axes.ts";
// Here already, so that a card shows as soon as it is asked for.
import "#/features/latent/PointCards.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { stubPlaneRoom } from "#/features/latent/testing/planeRoom.ts";
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

describe("what the plane says", () => {
  it("names its classes at their medians", async () => {
    await opened(64);
    const classes = screen.getByRole("group", { name: "Classes" });
    expect(within(classes).getAllByRole("button").length).toBeGreaterThan(1);
  });

  it("says that it is a slice above two dimensions; pinning moves the slice", async () => {
    const app = await opened(64);
    expect(screen.queryByText(/slice through the handle/)).toBeNull();
    await act(() => state(app).loadPreset("mnist-dense-20"));
    await app.train(64);
    expect(screen.getByText("slice through the handle; dots are projections")).toBeInTheDocument();
    press("]");
    const index = state(app).hoveredPoint ?? -1;
    press("Enter");
    const mean = app.app.frames.shown()?.points.mean.subarray(index * 20, index * 20 + 20);
    expect(state(app).z).toEqual([...(mean ?? [])]);
  });

  it("says one thing, the most important, and the others when asked", async () => {
    const page = await renderWithApp(<LatentPlane />, {
      search: "?autostart=0&preset=mnist-cvae-20",
    });
    await page.train(64);
    const notes = await screen.findByTestId("plane-notes");
    expect(within(notes).getAllByRole("paragraph")).toHaveLength(1);
    expect(notes).toHaveTextContent(/^decoded for class 0.* · \d more$/);
    await userEvent.click(within(notes).getByRole("button", { name: /more/ }));
    expect(within(notes).getByText(/slice through the handle/)).toBeVisible();
    await userEvent.click(within(notes).getByRole("button", { name: "fewer" }));
    expect(within(notes).queryByText(/slice through the handle/)).toBeNull();
  });

  it("says when it looks back, and comes back", async () => {
    const app = await opened(1);
    await app.train(63);
    act(() => {
      state(app).scrubTo(0);
    });
    expect(plane()).toHaveAttribute("data-scrubbed", "true");
    await userEvent.click(screen.getByRole("button", { name: "back to live" }));
    expect(state(app).scrubbed).toBeNull();
  });

  it("ends the tour for good at the first press", async () => {
    const app = await opened();
    expect(state(app).touched).toBe(false);
    press("Tab");
    expect(state(app).touched).toBe(true);
  });

  it("fits the grid to its room until somebody chooses one", async () => {
    const app = await opened();
    // 8 × 8 test images in 500 px: cells of 24 px, 19 a side.
    const fitted = state(app).gridSize;
    expect(fitted % 2).toBe(1);
    act(() => {
      state(app).setGridSize(5);
    });
    expect(state(app).gridSize).toBe(5);
  });
});

describe("axes above two dimensions", () => {
  it("become the two of highest KL once a run has shown them, until somebody chooses", async () => {
    const app = await opened(1);
    await act(() => state(app).loadPreset("mnist-dense-20"));
    await app.train(8);
    expect(state(app).axes).toEqual({ kind: "dimensions", dims: [0, 1] });
    await app.train(300);
    const kl = app.app.frames.shown()?.klPerDimension ?? [];
    expect(state(app).axes).toEqual({ kind: "dimensions", dims: highestKl(kl) });

    act(() => {
      state(app).setAxes({ kind: "dimensions", dims: [9, 4] });
    });
    await act(() => state(app).pause());
    await app.settle();
    expect(state(app).axes).toEqual({ kind: "dimensions", dims: [9, 4] });
  });
});

describe("what the pictures show", () => {
  it("is told where it is not plain: a class, a raw output", async () => {
    const page = await renderWithApp(<LatentPlane />, {
      search: "?autostart=0&preset=mnist-cvae-20",
    });
    act(() => page.app.store.getState().setLabel(5));
    await page.settle();
    expect(await screen.findByTestId("plane-notes")).toHaveTextContent("decoded for class 5");
  });

  it("names a raw output", async () => {
    await renderWithApp(<LatentPlane />, { search: "?autostart=0&preset=mnist-sigmoid-b" });
    expect(await screen.findByText("raw output, scaled to its own range")).toBeVisible();
  });
});
