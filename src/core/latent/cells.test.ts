import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { cellAt, cellEdges, pixelEdges } from "#/core/latent/cells.ts";
import { fromScreen, restWindow, sheetLatents, toScreen } from "#/core/latent/plane.ts";
import { anyWindow } from "#/core/latent/testing/anyWindow.ts";

/** The cell whose latent lies nearest a point on screen, by search over the sheet's own latents. */
function nearestCell(
  sheet: Parameters<typeof cellEdges>[0],
  point: readonly [number, number],
): { row: number; column: number; margin: number } {
  const { n, window } = sheet;
  const z = sheetLatents({ window, n, axes: { kind: "dimensions", dims: [0, 1] }, at: [0, 0] });
  const [u, v] = toScreen(window, point);
  const distances = Array.from({ length: n * n }, (_, i) => {
    const [cu, cv] = toScreen(window, [z[2 * i] ?? 0, z[2 * i + 1] ?? 0]);
    return { i, d: Math.hypot(cu - u, cv - v) };
  }).sort((x, y) => x.d - y.d);
  const best = distances[0]?.i ?? 0;
  const margin = (distances[1]?.d ?? Infinity) - (distances[0]?.d ?? 0);
  return { row: Math.floor(best / n), column: best % n, margin };
}

describe("cells of a sheet", () => {
  it("divide the sheet's own window evenly, exactly", () => {
    const edges = cellEdges({ window: restWindow, n: 17 }, restWindow);
    expect([...pixelEdges(edges.u, 476)]).toEqual(Array.from({ length: 18 }, (_, i) => i * 28));
    expect([...pixelEdges(edges.v, 476)]).toEqual(Array.from({ length: 18 }, (_, i) => i * 28));
  });

  it("hold a point exactly when their latent is the nearest, in any pair of windows", () => {
    const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        anyWindow,
        anyWindow,
        fc.integer({ min: 2, max: 12 }),
        unit,
        unit,
        (made, shown, n, u, v) => {
          const point = fromScreen(made, u, v);
          fc.pre(Math.abs(point[0]) < 5 && Math.abs(point[1]) < 5);
          const best = nearestCell({ window: made, n }, point);
          // Two cells at the same distance: either may hold the edge between them.
          fc.pre(best.margin > 1e-5);
          const screen = toScreen(shown, point);
          const cell = cellAt(cellEdges({ window: made, n }, shown), screen[0], screen[1]);
          expect(cell).toEqual({ row: best.row, column: best.column });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("ascend, whatever the window", () => {
    fc.assert(
      fc.property(anyWindow, anyWindow, fc.integer({ min: 2, max: 30 }), (made, shown, n) => {
        const edges = cellEdges({ window: made, n }, shown);
        for (const e of [edges.u, edges.v]) {
          for (let i = 0; i < n; i++) expect(e[i + 1] ?? 0).toBeGreaterThanOrEqual(e[i] ?? 0);
        }
      }),
    );
  });

  it("let a Φ sheet cover all of z, and end a z sheet at its rim", () => {
    const phi = { window: { ...restWindow, coordinates: "phi" as const }, n: 4 };
    expect(cellEdges(phi, restWindow).u[0]).toBe(-Infinity);
    expect(cellEdges(phi, restWindow).v[4]).toBe(Infinity);
    const edges = cellEdges({ window: restWindow, n: 4 }, { ...restWindow, extent: 6.38 });
    expect(edges.u[0]).toBeCloseTo(0.25, 12);
    expect(cellAt(edges, 0.1, 0.5)).toBeNull();
  });
});
