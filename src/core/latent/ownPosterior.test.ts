import { describe, expect, it } from "vitest";
import { drawsOf, klOf, withSigma } from "#/core/latent/ownPosterior.ts";

describe("a posterior of one's own", () => {
  it("costs nothing where it is the prior, and ½μ² beside it", () => {
    expect(klOf({ mean: [0, 0], logVariance: [0, 0] })).toBe(0);
    expect(klOf({ mean: [2, 1], logVariance: [0, 0] })).toBeCloseTo(2.5, 12);
  });

  it("draws with the same dice whatever its shape", () => {
    const narrow = drawsOf({ mean: [1, -1], logVariance: [Math.log(0.25), Math.log(0.25)] }, 500);
    const prior = drawsOf({ mean: [0, 0], logVariance: [0, 0] }, 500);
    narrow.forEach((z, i) => {
      expect(z).toBeCloseTo((i % 2 === 0 ? 1 : -1) + 0.5 * (prior[i] ?? NaN), 5);
    });
    const mean = prior.reduce((sum, z) => sum + z, 0) / 1000;
    expect(Math.abs(mean)).toBeLessThan(0.1);
  });

  it("takes a width in one dimension, within reason", () => {
    expect(withSigma([0, 0], 1, 0.5)[1]).toBeCloseTo(2 * Math.log(0.5), 12);
    expect(withSigma([0, 1], 0, 0)).toEqual([-10, 1]);
    expect(withSigma([0], 0, 1e9)).toEqual([10]);
  });
});
