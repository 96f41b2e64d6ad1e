import { describe, expect, it } from "vitest";
import { symmetricEigen } from "#/core/latent/eigen.ts";
import { covariance, principalPlane } from "#/core/latent/projection.ts";
import { createRng } from "#/core/rng.ts";

/** Rows with s.d. `scales[j]` along axis j, turned by 30° in the plane of the first two axes. */
function cloud(count: number, scales: readonly number[], seed = 1): Float32Array {
  const rng = createRng(seed);
  const latent = scales.length;
  const rows = new Float32Array(count * latent);
  const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  for (let i = 0; i < count; i++) {
    const x = scales.map((scale) => scale * rng.normal());
    const [a = 0, b = 0] = x;
    x[0] = c * a - s * b;
    x[1] = s * a + c * b;
    rows.set(x, i * latent);
  }
  return rows;
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from({ length: a.length }, (_, i) => (a[i] ?? 0) * (b[i] ?? 0)).reduce(
    (x, y) => x + y,
    0,
  );
}

describe("symmetricEigen", () => {
  it("solves a matrix by hand: [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, −1)", () => {
    const { values, vectors } = symmetricEigen(Float64Array.from([2, 1, 1, 2]), 2);
    expect(values[0]).toBeCloseTo(3, 12);
    expect(values[1]).toBeCloseTo(1, 12);
    expect(Math.abs((vectors[0] ?? 0) + (vectors[1] ?? 0))).toBeCloseTo(Math.SQRT2, 12);
    expect((vectors[2] ?? 0) + (vectors[3] ?? 0)).toBeCloseTo(0, 12);
  });

  it("gives A v = λ v and orthonormal rows for a random matrix", () => {
    const n = 12;
    const rng = createRng(3);
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = rng.normal();
    const { values, vectors } = symmetricEigen(a, n);
    for (let k = 0; k < n; k++) {
      const v = vectors.subarray(k * n, (k + 1) * n);
      for (let i = 0; i < n; i++) {
        expect(inner(a.subarray(i * n, (i + 1) * n), v)).toBeCloseTo(
          (values[k] ?? 0) * (v[i] ?? 0),
          9,
        );
      }
      for (let m = 0; m < n; m++) {
        expect(inner(v, vectors.subarray(m * n, (m + 1) * n))).toBeCloseTo(m === k ? 1 : 0, 9);
      }
    }
  });
});

describe("principalPlane", () => {
  it("finds the turned axes of a stretched cloud", () => {
    const rows = cloud(4000, [3, 1.5, 0.3]);
    const { directions } = principalPlane(rows, 4000, 3, null);
    expect(directions[0]).toBeCloseTo(Math.cos(Math.PI / 6), 1);
    expect(directions[1]).toBeCloseTo(Math.sin(Math.PI / 6), 1);
    expect(inner(directions.subarray(0, 3), directions.subarray(3))).toBeCloseTo(0, 5);
  });

  it("agrees with a whole Jacobi solve above the block size", () => {
    const latent = 20;
    const rows = cloud(
      300,
      Array.from({ length: latent }, (_, j) => 2 / (1 + j / 3)),
      5,
    );
    const { directions } = principalPlane(rows, 300, latent, null);
    const { vectors } = symmetricEigen(covariance(rows, 300, latent).matrix, latent);
    for (const k of [0, 1]) {
      const mine = directions.subarray(k * latent, (k + 1) * latent);
      expect(Math.abs(inner(mine, vectors.subarray(k * latent, (k + 1) * latent)))).toBeCloseTo(
        1,
        4,
      );
    }
  });

  it("does not flip or spin when the cloud changes a little", () => {
    const before = principalPlane(cloud(500, [2, 1.9, 0.2], 1), 500, 3, null);
    const turned = {
      origin: before.origin,
      directions: Float32Array.from(before.directions, (x) => -x),
    };
    const after = principalPlane(cloud(500, [1.9, 2, 0.2], 2), 500, 3, turned);
    for (const k of [0, 3]) {
      const now = after.directions.subarray(k, k + 3);
      expect(inner(now, turned.directions.subarray(k, k + 3))).toBeGreaterThan(0.95);
      expect(inner(now, now)).toBeCloseTo(1, 5);
    }
  });

  it("still gives two orthonormal directions for a collapsed model", () => {
    const { directions } = principalPlane(new Float32Array(50 * 16), 50, 16, null);
    expect(inner(directions.subarray(0, 16), directions.subarray(0, 16))).toBeCloseTo(1, 5);
    expect(inner(directions.subarray(0, 16), directions.subarray(16))).toBeCloseTo(0, 5);
  });
});
