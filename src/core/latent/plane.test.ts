import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  probitGrid,
  standardNormalCdf,
  standardNormalQuantileExact,
} from "#/core/latent/normal.ts";
import {
  fromScreen,
  lift,
  project,
  restWindow,
  sheetLatents,
  toScreen,
  type PlaneAxes,
  type PlaneWindow,
} from "#/core/latent/plane.ts";

describe("standard normal", () => {
  it("agrees with tables", () => {
    expect(standardNormalCdf(0)).toBe(0.5);
    expect(standardNormalCdf(1)).toBeCloseTo(0.8413447460685429, 13);
    expect(standardNormalCdf(-3.19)).toBeCloseTo(0.000711363968, 11);
    expect(standardNormalCdf(6)).toBeCloseTo(0.9999999990134123, 14);
  });

  it("inverts Φ", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(standardNormalQuantileExact(standardNormalCdf(x))).toBeCloseTo(x, 5);
      }),
    );
  });

  it("spaces the probit grid symmetrically, ascending", () => {
    const grid = probitGrid(10, 0.05);
    expect(grid[0]).toBeCloseTo(-1.6448536, 6);
    expect(grid[9]).toBeCloseTo(1.6448536, 6);
    expect(probitGrid(1, 0.05)).toEqual([0]);
  });
});

const windows: PlaneWindow[] = [
  restWindow,
  { coordinates: "phi", centre: [0, 0], extent: 3.19 },
  { coordinates: "phi", centre: [0.4, -0.3], extent: 1.5 },
  { coordinates: "z", centre: [1, -2], extent: 7 },
];

describe("plane", () => {
  it("puts the origin in the middle and grows the second axis upwards", () => {
    expect(toScreen(restWindow, [0, 0])).toEqual([0.5, 0.5]);
    expect(toScreen(restWindow, [0, 1])[1]).toBeLessThan(0.5);
  });

  it("returns to the same value through the screen", () => {
    const axis = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...windows), axis, axis, (window, a, b) => {
        const [u, v] = toScreen(window, [a, b]);
        const [a2, b2] = fromScreen(window, u, v);
        expect(a2).toBeCloseTo(a, 5);
        expect(b2).toBeCloseTo(b, 5);
      }),
    );
  });

  it("lifts a point so that it projects back, on dimensions and on principal axes", () => {
    const c = Math.SQRT1_2;
    const axes: PlaneAxes[] = [
      { kind: "dimensions", dims: [2, 0] },
      {
        kind: "pca",
        origin: Float32Array.of(1, 0, -1),
        directions: Float32Array.of(c, c, 0, 0, 0, 1),
      },
    ];
    for (const axis of axes) {
      const z = lift(axis, [0.3, -0.7, 2], [1.25, -0.5]);
      const [a, b] = project(axis, z);
      expect(a).toBeCloseTo(1.25, 6);
      expect(b).toBeCloseTo(-0.5, 6);
    }
  });

  it("keeps a cell on the origin when n is odd, rows from the top", () => {
    const z = sheetLatents({
      window: restWindow,
      axes: { kind: "dimensions", dims: [0, 1] },
      at: [0, 0, 5],
      n: 3,
    });
    expect([...z.slice(12, 15)]).toEqual([0, 0, 5]);
    expect(z[0]).toBeLessThan(0);
    expect(z[1]).toBeGreaterThan(0);
  });
});
