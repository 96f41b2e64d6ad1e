import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountAlong, directionBetween, meanCode, movedAlong } from "#/core/latent/directions.ts";

const coordinate = fc.double({ min: -4, max: 4, noNaN: true });
const three = fc.array(coordinate, { minLength: 3, maxLength: 3 });

describe("a direction", () => {
  it("is 0 at B's mean, 1 at A's, and half way between them", () => {
    const codes = Float32Array.of(0, 0, 2, 0, 4, 4, 4, 8);
    const a = meanCode(codes, 2, [2, 3]);
    const b = meanCode(codes, 2, [0, 1]);
    expect(a).toEqual(Float64Array.of(4, 6));
    expect(b).toEqual(Float64Array.of(1, 0));
    if (a === null || b === null) throw new Error("no mean");
    const direction = directionBetween(a, b);
    if (direction === null) throw new Error("no direction");
    expect(amountAlong(direction, [1, 0])).toBe(0);
    expect(amountAlong(direction, [4, 6])).toBe(1);
    expect(movedAlong(direction, [1, 0], 0.5)).toEqual([2.5, 3]);
  });

  it("moves along itself alone, to where it is told", () => {
    fc.assert(
      fc.property(
        three,
        three,
        three,
        fc.double({ min: -2, max: 2, noNaN: true }),
        (a, b, z, t) => {
          const direction = directionBetween(Float64Array.from(a), Float64Array.from(b));
          if (direction === null || Math.hypot(...direction.step) < 0.1) return;
          const moved = movedAlong(direction, z, t);
          expect(amountAlong(direction, moved)).toBeCloseTo(t, 6);
          // What is across keeps: the way gone is parallel to the direction.
          const way = moved.map((x, j) => x - (z[j] ?? 0));
          const along = way.reduce((sum, x, j) => sum + x * (direction.step[j] ?? 0), 0);
          expect(Math.abs(along)).toBeCloseTo(
            Math.hypot(...way) * Math.hypot(...direction.step),
            6,
          );
          const back = movedAlong(direction, moved, amountAlong(direction, z));
          back.forEach((x, j) => expect(x).toBeCloseTo(z[j] ?? NaN, 9));
        },
      ),
    );
  });

  it("is none between equal means, or of nobody", () => {
    expect(directionBetween(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBeNull();
    expect(directionBetween(Float64Array.of(NaN), Float64Array.of(1))).toBeNull();
    expect(meanCode(Float32Array.of(1, 2), 2, [])).toBeNull();
  });
});
