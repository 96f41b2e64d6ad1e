import { describe, expect, it } from "vitest";
import { aggregateDensity, densityOf } from "#/core/latent/density.ts";
import { restWindow, toScreen } from "#/core/latent/plane.ts";
import { planarPrior } from "#/core/latent/prior.ts";

const phi = { ...restWindow, coordinates: "phi" as const };

describe("aggregate posterior", () => {
  it("equals the prior when a single posterior is the prior: uniform in Φ(z)", () => {
    const d = densityOf([planarPrior({ kind: "dimensions", dims: [0, 1] })], phi, 16);
    for (const value of d.alongU.subarray(1, 15)) expect(value).toBeCloseTo(1, 2);
    for (let r = 1; r < 15; r++) {
      for (let i = 1; i < 15; i++) expect(d.area[r * 16 + i]).toBeCloseTo(1, 2);
    }
  });

  it("puts all the mass in the frame of points inside it, and its marginals agree", () => {
    const density = aggregateDensity(
      {
        axes: { kind: "dimensions", dims: [0, 1] },
        window: restWindow,
        mean: Float32Array.of(1, 1, -1, 0.5),
        logVariance: new Float32Array(4).fill(2 * Math.log(0.1)),
        count: 2,
      },
      32,
    );
    const mass = density.area.reduce((x, y) => x + y, 0) / 32 ** 2;
    expect(mass).toBeCloseTo(1, 3);
    expect(density.alongU.reduce((x, y) => x + y, 0) / 32).toBeCloseTo(1, 3);
    // The point at b = 1 lies above the middle: rows run from the top.
    const upper = density.alongV.subarray(0, 16).reduce((x, y) => x + y, 0) / 32;
    expect(upper).toBeCloseTo(1, 3);
  });

  it("keeps the correlation on principal axes", () => {
    const d = densityOf([{ centre: [0, 0], aa: 1, ab: 0.9, bb: 1 }], restWindow, 40);
    const at = (a: number, b: number): number => {
      const [u, v] = toScreen(restWindow, [a, b]);
      return d.area[Math.floor(v * 40) * 40 + Math.floor(u * 40)] ?? 0;
    };
    expect(at(1, 1)).toBeGreaterThan(20 * at(1, -1));
    const mass = d.area.reduce((x, y) => x + y, 0) / 40 ** 2;
    expect(mass).toBeGreaterThan(0.99);
  });
});
