/**
 * The z of the Grid tab: n × n values at Φ⁻¹(linspace(p, 1 − p, n)) over two dimensions, so that
 * cells hold equal shares of the prior. Image order: column j sets the first dimension, ascending to
 * the right; row i the second, ascending downwards. Pure.
 */
import { probitGrid } from "#/core/latent/normal.ts";

export interface GridChoice {
  readonly n: number;
  /** Share of the prior beyond the outermost cells, on each side; in (0, 0.5). */
  readonly p: number;
  readonly dims: readonly [first: number, second: number];
}

/** The latent vector of cell `index`; coordinates off the grid stay at `at` [latent]. */
export function cellLatent(
  values: readonly number[],
  dims: GridChoice["dims"],
  at: readonly number[],
  index: number,
): number[] {
  const n = values.length;
  const z = [...at];
  z[dims[1]] = values[Math.floor(index / n)] ?? 0;
  z[dims[0]] = values[index % n] ?? 0;
  return z;
}

/** All of them, row by row from the top left. [n² × latent] */
export function gridLatents({ n, p, dims }: GridChoice, at: readonly number[]): Float32Array {
  const values = probitGrid(n, p);
  const z = new Float32Array(n * n * at.length);
  for (let i = 0; i < n * n; i++) z.set(cellLatent(values, dims, at, i), i * at.length);
  return z;
}
