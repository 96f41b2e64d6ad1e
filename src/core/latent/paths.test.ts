import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  framePositions,
  lerp,
  pathPoint,
  placeAlong,
  resamplePath,
  slerp,
} from "#/core/latent/paths.ts";

const size = (v: readonly number[]) => Math.hypot(...v);
const coordinate = fc.double({ min: -4, max: 4, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const pair = fc
  .integer({ min: 1, max: 12 })
  .chain((n) =>
    fc.tuple(
      fc.array(coordinate, { minLength: n, maxLength: n }),
      fc.array(coordinate, { minLength: n, maxLength: n }),
    ),
  );

describe("slerp", () => {
  it("begins and ends at its ends, and never leaves the range of their lengths", () => {
    fc.assert(
      fc.property(pair, unit, ([a, b], t) => {
        const near = (v: readonly number[], w: readonly number[]) =>
          v.forEach((x, j) => expect(x).toBeCloseTo(w[j] ?? NaN, 5));
        near(slerp(a, b, 0), a);
        near(slerp(a, b, 1), b);
        const length = size(slerp(a, b, t));
        const [low, high] = [Math.min(size(a), size(b)), Math.max(size(a), size(b))];
        // Opposite vectors on a line have no way round the origin.
        if (a.length > 1) expect(length).toBeGreaterThanOrEqual(Math.min(low, high) - 1e-6);
        expect(length).toBeLessThanOrEqual(high + 1e-6);
      }),
      { numRuns: 500 },
    );
  });

  it("turns evenly", () => {
    expect(slerp([2, 0], [0, 2], 0.5)).toEqual([
      expect.closeTo(Math.SQRT2, 12) as number,
      expect.closeTo(Math.SQRT2, 12) as number,
    ]);
    const third = slerp([1, 0, 0], [0, 1, 0], 1 / 3);
    expect(third[0]).toBeCloseTo(Math.cos(Math.PI / 6), 12);
    expect(third[1]).toBeCloseTo(0.5, 12);
  });

  it("goes straight between parallel vectors and from the origin", () => {
    expect(slerp([1, 2], [2, 4], 0.5)).toEqual([
      expect.closeTo(1.5, 12) as number,
      expect.closeTo(3, 12) as number,
    ]);
    expect(slerp([0, 0], [2, 4], 0.25)).toEqual([0.5, 1]);
    expect(slerp([3, 0], [0, 0], 0.5)).toEqual([1.5, 0]);
  });

  it("goes round between opposite vectors, the same way each time", () => {
    const middle = slerp([1, 1, 0], [-1, -1, 0], 0.5);
    expect(size(middle)).toBeCloseTo(Math.SQRT2, 12);
    expect(middle).toEqual([
      expect.closeTo(0, 12) as number,
      expect.closeTo(0, 12) as number,
      expect.closeTo(Math.SQRT2, 12) as number,
    ]);
    expect(slerp([1, 1, 0], [-1, -1, 0], 0.5)).toEqual(middle);
    expect(slerp([1], [-1], 0.5)).toEqual([0]);
  });
});

describe("a path", () => {
  const stops = [
    [0, 0],
    [2, 0],
    [2, 4],
  ];

  it("gives each leg an equal share and holds every stop", () => {
    const positions = framePositions(3, 3);
    expect(positions).toHaveLength(9);
    const z = resamplePath(stops, "lerp", positions);
    expect([...z.subarray(0, 2), ...z.subarray(8, 10), ...z.subarray(16)]).toEqual([
      0, 0, 2, 0, 2, 4,
    ]);
    expect([...z.subarray(10, 12)]).toEqual([2, 1]);
  });

  it("is met at its stops to the last digit, also on the sphere", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(pathPoint([a, b], "slerp", 1)).toEqual(b);
        expect(pathPoint([a, b], "slerp", 0)).toEqual(a);
      }),
    );
  });

  it("stays where it has one stop, and is cut at its ends", () => {
    expect(pathPoint([[1, 2]], "slerp", 0.7)).toEqual([1, 2]);
    expect(framePositions(1, 5)).toEqual([0]);
    expect(placeAlong(3, 2)).toEqual({ segment: 1, share: 1 });
    expect(placeAlong(3, -1)).toEqual({ segment: 0, share: 0 });
    expect(() => pathPoint([], "lerp", 0)).toThrow(RangeError);
  });

  it("goes evenly between two stops when straight", () => {
    fc.assert(
      fc.property(pair, unit, ([a, b], t) => {
        const there = pathPoint([a, b], "lerp", t);
        lerp(b, a, 1 - t).forEach((x, j) => expect(there[j]).toBeCloseTo(x, 9));
      }),
    );
  });
});
