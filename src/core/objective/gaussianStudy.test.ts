import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gaussianKl,
  pointKl,
  varianceTerms,
  type Gaussian,
} from "#/core/objective/gaussianStudy.ts";

const prior: Gaussian = { mean: 0, sd: 1 };
const real = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const spread = fc.double({ min: 0.2, max: 3, noNaN: true });
const gaussian = fc.record({ mean: real(3), sd: spread });

/** ∫ p log(p/q) by the midpoint rule over ±12 s.d. of p. */
function integrated(p: Gaussian, q: Gaussian): number {
  const steps = 4000;
  const width = (24 * p.sd) / steps;
  const logDensity = ({ mean, sd }: Gaussian, z: number) =>
    -((z - mean) ** 2) / (2 * sd * sd) - Math.log(sd) - Math.log(2 * Math.PI) / 2;
  let sum = 0;
  for (let i = 0; i < steps; i++) {
    const z = p.mean - 12 * p.sd + (i + 0.5) * width;
    const logP = logDensity(p, z);
    sum += Math.exp(logP) * (logP - logDensity(q, z)) * width;
  }
  return sum;
}

describe("gaussianKl", () => {
  it("is the integral it stands for, and nothing only between equals", () => {
    fc.assert(
      fc.property(gaussian, gaussian, (p, q) => {
        const kl = gaussianKl(p, q);
        expect(kl).toBeCloseTo(integrated(p, q), 6);
        expect(kl).toBeGreaterThanOrEqual(-1e-12);
        expect(gaussianKl(p, p)).toBeCloseTo(0, 12);
      }),
      { numRuns: 50 },
    );
  });

  it("is not symmetric: a narrow one costs less under a wide one than the other way", () => {
    const narrow = { mean: 0, sd: 0.5 };
    // log 2 + ⅛ − ½ and −log 2 + 2 − ½.
    expect(gaussianKl(narrow, prior)).toBeCloseTo(0.318_147, 6);
    expect(gaussianKl(prior, narrow)).toBeCloseTo(0.806_853, 6);
  });
});

describe("varianceTerms", () => {
  it("touches its tangent at 0 and lies above it everywhere else", () => {
    expect(varianceTerms(0)).toEqual({ variance: 1, tangent: 1, gap: 0 });
    fc.assert(
      fc.property(real(6), (lambda) => {
        const { variance, tangent, gap } = varianceTerms(lambda);
        expect(gap).toBeCloseTo(variance - tangent, 9);
        expect(gap).toBeGreaterThanOrEqual(0);
      }),
    );
    // λ²/2 near 0, where a plain difference would have lost it.
    expect(varianceTerms(1e-8).gap / 5e-17).toBeCloseTo(1, 0);
  });
});

describe("pointKl", () => {
  it("splits into what position and width cost", () => {
    const kl = pointKl([3, 0], [1, 0.5]);
    expect(kl.position).toBe(4.5);
    expect(kl.width).toBeCloseTo(0.318_147, 6);
    expect(kl.perDimension[0]).toBe(4.5);
    expect(kl.perDimension[1]).toBeCloseTo(0.318_147, 6);
  });

  it("is the sum of what each dimension's Gaussian costs", () => {
    fc.assert(
      fc.property(fc.array(gaussian, { maxLength: 6 }), (dimensions) => {
        const mean = dimensions.map((p) => p.mean);
        const sd = dimensions.map((p) => p.sd);
        const { total, perDimension } = pointKl(mean, sd);
        const due = dimensions.reduce((sum, p) => sum + gaussianKl(p, prior), 0);
        expect(total).toBeCloseTo(due, 9);
        expect(perDimension.reduce((sum, kl) => sum + kl, 0)).toBeCloseTo(due, 9);
      }),
    );
  });
});
