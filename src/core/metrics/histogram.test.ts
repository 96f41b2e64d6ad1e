import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histogram } from "#/core/metrics/histogram.ts";

describe("histogram", () => {
  it("puts edges into the bin they open, and the last edge into the last bin", () => {
    const { counts, below, above } = histogram([0, 0.5, 1, 1.5, 2, -0.1, 2.1], 2, [0, 2]);
    expect([...counts]).toEqual([2, 3]);
    expect([below, above]).toEqual([1, 1]);
  });

  it("counts infinities at the sides and no NaN", () => {
    const { counts, below, above } = histogram([NaN, Infinity, -Infinity, 0], 1, [-1, 1]);
    expect([...counts]).toEqual([1]);
    expect([below, above]).toEqual([1, 1]);
  });

  it("loses no value", () => {
    const values = fc.array(fc.double({ noNaN: true, min: -50, max: 50 }));
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 40 }), (given, bins) => {
        const { counts, below, above } = histogram(given, bins, [-7, 13]);
        expect(counts.reduce((sum, n) => sum + n, below + above)).toBe(given.length);
      }),
    );
  });
});
