import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fromScreen, restWindow, toScreen } from "#/core/latent/plane.ts";
// Here already, so that they show as soon as they are asked for.
import "#/features/latent/PointCards.tsx";
import "#/features/latent/tools/PlaneTools.tsx";
import { LatentPlane } from "#/features/latent/LatentPlane.tsx";
import { pointer, stubPlaneRoom } from "#/features/latent/testing/planeRoom.ts";
import { renderWithApp, type RenderedApp } from "#/state/testing/renderWithApp.tsx";
import { addStops } from "#/state/tools/path.ts";
import { chooseTool, toolsOf } from "#/state/tools/tools.ts";

beforeEach(stubPlaneRoom);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const tools = (page: RenderedApp) => toolsOf(page.app.store.getState());

async function opened(): Promise<RenderedApp> {
  const page = await renderWithApp(<LatentPlane />, { search: "?autostart=0" });
  await page.train(20);
  return page;
}

async function withStops(page: RenderedApp) {
  await act(async () => {
    addStops(page.app, [
      { kind: "place", z: [-1, 0] },
      { kind: "test", index: 3 },
    ]);
    await Promise.resolve();
  });
  await page.settle();
}

describe("stops on the plane", () => {
  it("stand where the encoder puts their images, and move by keyboard", async () => {
    const page = await opened();
    await withStops(page);
    const first = screen.getByRole("button", { name: /^Stop P/ });
    expect(first).toHaveAccessibleDescription(/Drag it, or move it with the arrow keys/);
    const points = page.app.frames.shown()?.points;
    const row = points?.indices.indexOf(3) ?? -1;
    expect(tools(page).path.stops[1]?.z).toEqual([
      ...(points?.mean.subarray(2 * row, 2 * row + 2) ?? []),
    ]);
    fireEvent.keyDown(first, { key: "ArrowRight", shiftKey: true });
    fireEvent.keyDown(first, { key: "ArrowUp" });
    expect(tools(page).path.stops[0]).toMatchObject({ of: { kind: "place" }, z: [-0.5, 0.1] });
    fireEvent.keyDown(screen.getByRole("button", { name: /^Stop Q/ }), { key: "ArrowUp" });
    expect(tools(page).path.stops[1]?.of.kind).toBe("place");
    fireEvent.keyDown(screen.getByRole("button", { name: /^Stop Q/ }), { key: "Delete" });
    expect(tools(page).path.stops).toHaveLength(1);
  });

  it("bring the handle when pressed, and nothing when dragged", async () => {
    const page = await opened();
    await withStops(page);
    await userEvent.click(screen.getByRole("button", { name: /^Stop P/ }));
    expect(page.app.store.getState().z).toEqual([-1, 0]);
  });

  it("are added by presses, on a point its image, until Escape", async () => {
    const page = await opened();
    act(() => {
      chooseTool(page.app, { kind: "stops" });
    });
    await page.settle();
    const surface = screen.getByTestId("stop-surface");
    const points = page.app.frames.shown()?.points;
    const on = toScreen(restWindow, [points?.mean[0] ?? 0, points?.mean[1] ?? 0]);
    pointer("pointerUp", surface, [0.02, 0.97]);
    pointer("pointerUp", surface, on);
    const [place, image] = tools(page).path.stops;
    const [a, b] = fromScreen(restWindow, 0.02, 0.97);
    expect(place?.z?.[0]).toBeCloseTo(a, 6);
    expect(place?.z?.[1]).toBeCloseTo(b, 6);
    expect(image?.of.kind).toBe("test");
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(screen.queryByTestId("stop-surface")).toBeNull();
  });
});

describe("a lasso", () => {
  it("takes the points inside its line, and leaves the plane to the handle again", async () => {
    const page = await opened();
    act(() => {
      chooseTool(page.app, { kind: "lasso", side: "a" });
    });
    await page.settle();
    const surface = screen.getByTestId("lasso-surface");
    surface.setPointerCapture = () => undefined;
    surface.hasPointerCapture = () => true;
    pointer("pointerDown", surface, [0, 0]);
    for (const corner of [
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const)
      pointer("pointerMove", surface, corner);
    pointer("pointerUp", surface, [0, 1]);
    const selection = tools(page).selections.a;
    expect(selection?.kind).toBe("lasso");
    expect(selection?.kind === "lasso" && selection.indices.length).toBeGreaterThan(0);
    expect(screen.queryByTestId("lasso-surface")).toBeNull();
  });
});

describe("the landscape", () => {
  async function withLandscape() {
    const page = await opened();
    act(() => {
      page.app.store.getState().setLayer("landscape", true);
    });
    await page.settle();
    expect(screen.getByText(/Pin an image/)).toBeVisible();
    act(() => {
      page.app.store.getState().pinPoint(3);
    });
    await vi.waitFor(async () => {
      await page.settle();
      expect(screen.getByText(/a line every 10 nats, lowest/)).toBeVisible();
    });
    return page;
  }

  it("asks for raw outputs over the whole plane, for the pinned image", async () => {
    const page = await withLandscape();
    const asked = page.trainer.calls.filter(
      ({ method, params }) => method === "decode" && (params as { raw: boolean }).raw,
    );
    expect(asked.map(({ params }) => (params as { count: number }).count)).toContain(29 * 29);
  });

  it("lets the ellipse be held against the encoder's, by keyboard too, and gives it back", async () => {
    const page = await withLandscape();
    const encoder = screen.getByTestId("posterior-mean").getAttribute("aria-valuetext");
    fireEvent.keyDown(screen.getByTestId("posterior-mean"), { key: "ArrowRight", shiftKey: true });
    fireEvent.keyDown(screen.getByTestId("posterior-up"), { key: "ArrowUp", shiftKey: true });
    const own = tools(page).posterior;
    expect(own).toMatchObject({ testIndex: 3 });
    // The fake's log σ² is −2: σ = e⁻¹, and half a step up is e^½ as wide.
    expect(Math.exp((own?.logVariance[1] ?? 0) / 2)).toBeCloseTo(Math.exp(-0.5), 5);
    await vi.waitFor(async () => {
      await page.settle();
      const row = screen.getByRole("row", { name: /^yours/ });
      expect(row.textContent).toMatch(/yours\d/);
    });
    await userEvent.click(screen.getByText("Back to the encoder’s"));
    expect(tools(page).posterior).toBeNull();
    expect(screen.getByTestId("posterior-mean")).toHaveAttribute("aria-valuetext", encoder);
  });

  it("has no ellipse to hold for an autoencoder", async () => {
    const page = await renderWithApp(<LatentPlane />, {
      search: "?autostart=0&preset=fashion-ae-20",
    });
    await page.train(20);
    act(() => {
      page.app.store.getState().setLayer("landscape", true);
      page.app.store.getState().pinPoint(3);
    });
    await page.settle();
    expect(screen.queryByTestId("posterior-mean")).toBeNull();
  });
});
