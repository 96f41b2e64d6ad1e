/**
 * Above two dimensions the plane cuts through latent space at the point in hand. How far each
 * encoded point lies off that plane, and how strongly it is drawn for it.
 */
import { lift, project, type PlaneAxes } from "#/core/latent/plane.ts";

/** Squared distance of each vector from the plane through `at`. [count] */
export function sliceDistances(
  axes: PlaneAxes,
  at: readonly number[],
  vectors: Float32Array,
  count: number,
): Float32Array {
  const out = new Float32Array(count);
  const latent = at.length;
  const [a0, b0] = project(axes, at);
  for (let i = 0; i < count; i++) {
    const offset = i * latent;
    let square = 0;
    for (let j = 0; j < latent; j++) {
      const d = (vectors[offset + j] ?? 0) - (at[j] ?? 0);
      square += d * d;
    }
    const [a, b] = project(axes, vectors, offset);
    const flat = axes.kind === "dimensions" && axes.dims[0] === axes.dims[1];
    const within = (a - a0) ** 2 + (flat ? 0 : (b - b0) ** 2);
    out[i] = Math.max(square - within, 0);
  }
  return out;
}

const FAINTEST = 0.28;

/**
 * Opacity by distance from the slice: 1 on it, 1/e at √(latent − 2), never below 0.28, so
 * that a projection is always seen to be there.
 */
export function sliceOpacity(squaredDistance: number, latent: number): number {
  if (latent <= 2) return 1;
  return Math.max(FAINTEST, Math.exp(-squaredDistance / (latent - 2)));
}

/** The part of `z` off the plane: equal for two points of one slice. [latent] */
export function offPlane(axes: PlaneAxes, z: readonly number[]): number[] {
  return lift(axes, z, [0, 0]);
}

export function sameSlice(axes: PlaneAxes, a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  const x = offPlane(axes, a);
  const y = offPlane(axes, b);
  return x.every((value, j) => Math.abs(value - (y[j] ?? 0)) < 1e-6);
}
