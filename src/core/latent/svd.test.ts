import { describe, expect, it } from "vitest";
import { singularValues, type Svd } from "#/core/latent/svd.ts";
import { createRng } from "#/core/rng.ts";

function random(n: number, seed: number): Float64Array {
  const rng = createRng(seed);
  return Float64Array.from({ length: n * n }, () => rng.normal());
}

function product({ values, u, v }: Svd): Float64Array {
  const n = values.length;
  const out = new Float64Array(n * n);
  values.forEach((value, k) => {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[i * n + j]! += value * u[k]![i]! * v[k]![j]!;
    }
  });
  return out;
}

function expectOrthonormal(rows: readonly Float64Array[]): void {
  rows.forEach((x, i) =>
    rows.forEach((y, j) => {
      expect(x.reduce((sum, value, k) => sum + value * y[k]!, 0)).toBeCloseTo(i === j ? 1 : 0, 9);
    }),
  );
}

function expectDecomposed(matrix: Float64Array, n: number): Svd {
  const svd = singularValues(matrix, n);
  product(svd).forEach((value, i) => expect(value).toBeCloseTo(matrix[i]!, 9));
  expectOrthonormal(svd.u);
  expectOrthonormal(svd.v);
  return svd;
}

describe("singularValues", () => {
  it("solves a matrix by hand: [[3, 0], [4, 5]] has √45 and √5", () => {
    const { values } = expectDecomposed(Float64Array.from([3, 0, 4, 5]), 2);
    expect([...values].sort((a, b) => b - a)[0]).toBeCloseTo(Math.sqrt(45), 12);
    expect(Math.min(...values)).toBeCloseTo(Math.sqrt(5), 12);
  });

  it("puts random matrices together again", () => {
    for (const n of [1, 2, 3, 7, 20]) expectDecomposed(random(n, n), n);
  });

  it("completes both bases where the rank is low", () => {
    const n = 6;
    const low = random(n, 4).map((x, i) => (i % n < 2 || i >= 4 * n ? 0 : x));
    const { values } = expectDecomposed(low, n);
    expect(values.filter((value) => value > 0)).toHaveLength(4);
    expectDecomposed(new Float64Array(n * n), n);
  });

  it("keeps directions a million times weaker apart", () => {
    const n = 8;
    const graded = random(n, 9).map((x, i) => x * 10 ** -Math.floor(i / n));
    expectDecomposed(graded, n);
  });
});
