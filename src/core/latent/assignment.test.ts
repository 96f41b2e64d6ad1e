import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestAssignment } from "#/core/latent/assignment.ts";
import { createRng } from "#/core/rng.ts";

function worthOf(worth: Float64Array, n: number, columns: ArrayLike<number>): number {
  return Array.from(columns).reduce((sum, column, row) => sum + worth[row * n + column]!, 0);
}

/** Every permutation of 0 … n − 1. */
function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((shorter) =>
    Array.from({ length: n }, (_, at) => shorter.toSpliced(at, 0, n - 1)),
  );
}

describe("bestAssignment", () => {
  it("gives up a row's best column where another needs it more", () => {
    // 9 + 1 = 10 against 8 + 7 = 15.
    expect([...bestAssignment(Float64Array.from([9, 8, 7, 1]), 2)]).toEqual([1, 0]);
  });

  it("is the best of all permutations", () => {
    const square = fc
      .integer({ min: 1, max: 5 })
      .chain((n) =>
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: n * n, maxLength: n * n }),
      );
    fc.assert(
      fc.property(square, (values) => {
        const n = Math.sqrt(values.length);
        const worth = Float64Array.from(values);
        const columns = bestAssignment(worth, n);
        expect(new Set(columns).size).toBe(n);
        const best = Math.max(...permutations(n).map((other) => worthOf(worth, n, other)));
        expect(worthOf(worth, n, columns)).toBeCloseTo(best, 9);
      }),
    );
  });

  it("finds a permutation hidden among 256 rows", () => {
    const n = 256;
    const rng = createRng(4);
    const hidden = Uint32Array.from({ length: n }, (_, i) => i);
    rng.shuffle(hidden);
    const worth = Float64Array.from({ length: n * n }, () => rng.uniform());
    hidden.forEach((column, row) => (worth[row * n + column]! += 1));
    expect([...bestAssignment(worth, n)]).toEqual([...hidden]);
  });
});
