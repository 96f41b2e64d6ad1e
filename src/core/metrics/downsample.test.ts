import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { downsample, windowMeans } from "#/core/metrics/downsample.ts";

const curve = fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), {
  minLength: 1,
  maxLength: 400,
});

describe("downsample", () => {
  it("keeps the lowest, the highest and both ends, in order, within its budget", () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 40 }), (ys, buckets) => {
        const xs = ys.map((_, i) => i);
        const points = downsample(xs, ys, ys.length, buckets);
        const kept = points.map((p) => p.y);
        expect(points.length).toBeLessThanOrEqual(2 * buckets + 2);
        expect(Math.min(...kept)).toBe(Math.min(...ys));
        expect(Math.max(...kept)).toBe(Math.max(...ys));
        expect(points[0]?.x).toBe(0);
        expect(points.at(-1)?.x).toBe(ys.length - 1);
        expect(points.every((p, i) => i === 0 || p.x > (points[i - 1]?.x ?? 0))).toBe(true);
      }),
    );
  });

  it("drops what is not a number", () => {
    expect(downsample([0, 1, 2], [1, Number.NaN, 3], 3, 8)).toEqual([
      { x: 0, y: 1 },
      { x: 2, y: 3 },
    ]);
  });
});

describe("windowMeans", () => {
  it("averages over windows that stay where they are as the curve grows", () => {
    const xs = [0, 0.4, 1.1, 1.5, 2];
    const ys = [1, 3, 4, Number.NaN, 8];
    expect(windowMeans(xs, ys, 5, 1)).toEqual([
      { x: 0.2, y: 2 },
      { x: 1.1, y: 4 },
      { x: 2, y: 8 },
    ]);
    expect(windowMeans(xs, ys, 2, 1)).toEqual([{ x: 0.2, y: 2 }]);
    expect(windowMeans(xs, ys, 0, 1)).toEqual([]);
  });
});
