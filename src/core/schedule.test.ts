import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annealings } from "#/core/objective/spec.ts";
import { annealingFactor, rateFactor } from "#/core/schedule.ts";
import { rateSchedules } from "#/core/training/optimizerSpec.ts";

const steps = fc.integer({ min: 1, max: 10_000 });
const step = fc.integer({ min: 0, max: 50_000 });

describe("annealing of β", () => {
  it("stays within [0, 1]", () => {
    fc.assert(
      fc.property(fc.constantFrom(...annealings), steps, step, (kind, n, at) => {
        const factor = annealingFactor(kind, n, at);
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(factor).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is all there at once when it is constant", () => {
    expect(annealingFactor("constant", 100, 0)).toBe(1);
  });

  it("rises in a line from nothing to the whole, and stays", () => {
    expect([0, 25, 50, 100, 1000].map((at) => annealingFactor("linear", 100, at))).toEqual([
      0, 0.25, 0.5, 1, 1,
    ]);
  });

  it("rises in an S that begins and ends where it should, steepest in the middle", () => {
    const at = (s: number) => annealingFactor("sigmoid", 100, s);
    expect(at(0)).toBe(0);
    expect(at(50)).toBeCloseTo(0.5, 12);
    expect([at(100), at(500)]).toEqual([1, 1]);
    expect(at(25)).toBeLessThan(0.1);
    expect(at(75)).toBeCloseTo(1 - at(25), 12);
  });

  it("starts again every cycle, and rises over its first half", () => {
    const cycle = [0, 25, 50, 99, 100, 125, 150].map((s) => annealingFactor("cyclical", 100, s));
    expect(cycle).toEqual([0, 0.5, 1, 1, 0, 0.5, 1]);
  });
});

describe("learning-rate schedules", () => {
  it("never leave what they run between", () => {
    const factor = fc.double({ min: 1e-3, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...rateSchedules), steps, factor, step, (kind, n, f, at) => {
        const rate = rateFactor(kind, n, f, at);
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("keep the rate when constant", () => {
    expect(rateFactor("constant", 10, 0.1, 1e6)).toBe(1);
  });

  it("warm up from the first share, not from nothing", () => {
    expect([0, 1, 3, 9].map((at) => rateFactor("warmup", 4, 0.1, at))).toEqual([0.25, 0.5, 1, 1]);
  });

  it("follow half a cosine down to the factor", () => {
    expect(rateFactor("cosine", 100, 0.2, 0)).toBe(1);
    expect(rateFactor("cosine", 100, 0.2, 50)).toBeCloseTo(0.6, 12);
    expect(rateFactor("cosine", 100, 0.2, 100)).toBeCloseTo(0.2, 12);
    expect(rateFactor("cosine", 100, 0.2, 900)).toBeCloseTo(0.2, 12);
  });

  it("step down, or glide through the same points", () => {
    expect([0, 9, 10, 25].map((at) => rateFactor("staircase", 10, 0.5, at))).toEqual([
      1, 1, 0.5, 0.25,
    ]);
    expect(rateFactor("exponential", 10, 0.5, 20)).toBeCloseTo(0.25, 12);
    expect(rateFactor("exponential", 10, 0.5, 5)).toBeCloseTo(Math.SQRT1_2, 12);
  });
});
