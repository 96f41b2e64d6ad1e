import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logMeanExp, logPriorRatio, meanWithError, negativeBound } from "#/core/metrics/iwae.ts";
import { createRng } from "#/core/rng.ts";

const weights = 4096;

describe("the bound", () => {
  it("never rises when groups of weights are merged pairwise", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (seed, spread) => {
          const rng = createRng(seed);
          const logs = Float64Array.from({ length: weights }, () => spread * rng.normal() - 100);
          let before = Infinity;
          for (let k = 1; k <= weights; k *= 2) {
            const bound = negativeBound(logs, k);
            // As real numbers never; what rounding adds is a few units in the last place.
            expect(bound).toBeLessThanOrEqual(before + 1e-13 * Math.abs(before));
            before = bound;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is the weights' own value where they are all equal, far from zero too", () => {
    const logs = new Float64Array(weights).fill(-9000.25);
    for (const k of [1, 500, weights]) expect(logMeanExp(logs.subarray(0, k))).toBe(-9000.25);
    expect(logMeanExp(Float64Array.of(-Infinity, -Infinity))).toBe(-Infinity);
  });
});

describe("against a linear Gaussian", () => {
  // x = a·z + N(0, s²), one dimension each; q(z|x) = N(m, v), not the posterior.
  const [a, s, x, m, v] = [0.8, 0.6, 0.7, 0.5, 0.5];
  const logNormal = (at: number, mean: number, variance: number) =>
    -((at - mean) ** 2) / (2 * variance) - Math.log(2 * Math.PI * variance) / 2;

  function draw(count: number, seed: number): Float64Array {
    const rng = createRng(seed);
    return Float64Array.from({ length: count }, () => {
      const epsilon = rng.normal();
      const z = m + Math.sqrt(v) * epsilon;
      const ratio = logPriorRatio([z], [epsilon], [Math.log(v)], { row: 0, image: 0, latent: 1 });
      expect(ratio).toBeCloseTo(logNormal(z, 0, 1) - logNormal(z, m, v), 12);
      return logNormal(x, a * z, s * s) + ratio;
    });
  }

  it("is −ELBO in expectation for k = 1", () => {
    const kl = (m * m + v - 1 - Math.log(v)) / 2;
    const reconstruction =
      ((x - a * m) ** 2 + a * a * v) / (2 * s * s) + Math.log(2 * Math.PI * s * s) / 2;
    const { mean, error } = meanWithError(Array.from(draw(20_000, 1), (w) => -w));
    expect(Math.abs(mean - (reconstruction + kl))).toBeLessThan(4 * error);
  });

  it("comes to −log p(x) with many draws", () => {
    const exact = -logNormal(x, 0, a * a + s * s);
    const logs = draw(16_384, 2);
    expect(negativeBound(logs, 16_384)).toBeCloseTo(exact, 2);
    expect(negativeBound(logs, 1)).toBeGreaterThan(exact);
  });
});

it("tells how sure a mean is", () => {
  expect(meanWithError([1, 3])).toEqual({ mean: 2, error: 1 });
  expect(meanWithError([5])).toEqual({ mean: 5, error: 0 });
});
