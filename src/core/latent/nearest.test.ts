import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestCodes } from "#/core/latent/nearest.ts";

describe("nearestCodes", () => {
  it("finds what sorting all distances finds", () => {
    const codes = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 7 }), (values, most) => {
        const rows = Float32Array.from(values.slice(0, 2 * Math.floor(values.length / 2)));
        const z = [0.3, -0.2];
        const all = Array.from({ length: rows.length / 2 }, (_, i) =>
          Math.hypot((rows[2 * i] ?? 0) - 0.3, (rows[2 * i + 1] ?? 0) + 0.2),
        ).sort((a, b) => a - b);
        const found = nearestCodes(rows, z, most).map(({ distance }) => distance);
        expect(found).toHaveLength(Math.min(most, all.length));
        found.forEach((d, i) => expect(d).toBeCloseTo(all[i] ?? NaN, 9));
      }),
    );
  });

  it("passes over rows that are no numbers, and keeps the order of equals", () => {
    const codes = Float32Array.of(1, NaN, 1, 3);
    expect(nearestCodes(codes, [1], 3).map(({ index }) => index)).toEqual([0, 2, 3]);
  });
});
