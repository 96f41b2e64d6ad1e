/**
 * A direction of latent space from two groups of images: the mean of the encoded A minus that of B
 * (White, "Sampling Generative Networks", 2016, section 3). A slider along it counts in distances
 * between the two means: t = 0 lies level with B's, t = 1 with A's.
 */

export interface Direction {
  /** Mean of B's codes. [latent] */
  readonly origin: Float64Array;
  /** Mean of A's minus mean of B's. [latent] */
  readonly step: Float64Array;
}

/** Mean of some rows of μ [count × latent]; null where there is none. */
export function meanCode(
  codes: Float32Array,
  latent: number,
  rows: readonly number[],
): Float64Array | null {
  if (rows.length === 0) return null;
  const mean = new Float64Array(latent);
  for (const row of rows) {
    for (let j = 0; j < latent; j++) {
      mean[j] = (mean[j] ?? 0) + (codes[row * latent + j] ?? 0) / rows.length;
    }
  }
  return mean;
}

/** Null where the two means are one point, or no numbers. */
export function directionBetween(a: Float64Array, b: Float64Array): Direction | null {
  const step = a.map((x, j) => x - (b[j] ?? 0));
  const square = squareOf(step);
  return square > 0 && Number.isFinite(square) ? { origin: b, step } : null;
}

const squareOf = (v: Float64Array): number => v.reduce((sum, x) => sum + x * x, 0);

/** How far along the direction z lies. */
export function amountAlong({ origin, step }: Direction, z: readonly number[]): number {
  const along = z.reduce((sum, x, j) => sum + (x - (origin[j] ?? 0)) * (step[j] ?? 0), 0);
  return along / squareOf(step);
}

/** z = foot + t·d: what is across the direction stays. */
export function movedAlong(direction: Direction, z: readonly number[], t: number): number[] {
  const by = t - amountAlong(direction, z);
  return z.map((x, j) => x + by * (direction.step[j] ?? 0));
}
