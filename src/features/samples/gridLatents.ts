/**
 * The z of the Grid tab: n × n values at Φ⁻¹(linspace(p, 1 − p, n)) over two dimensions, so that
 * cells hold equal shares of the prior. Column j sets the first dimension, ascending to the right;
 * row i the second, ascending downwards as images are read, or upwards as on the plane. Pure.
 */
import { probitGrid } from "#/core/latent/normal.ts";

export type RowOrder = "down" | "up";

export interface GridChoice {
  /** 1 gives z = 0 alone. */
  readonly n: number;
  /** Share of the prior beyond the outermost cells, on each side; in (0, 0.5). */
  readonly p: number;
  readonly dims: readonly [first: number, second: number];
  readonly rows: RowOrder;
}

/** Values of the two dimensions at a cell. */
export function cellValues(
  values: readonly number[],
  rows: RowOrder,
  index: number,
): readonly [first: number, second: number] {
  const n = values.length;
  const row = Math.floor(index / n);
  return [values[index % n] ?? 0, values[rows === "down" ? row : n - 1 - row] ?? 0];
}

/** The latent vector of cell `index`; coordinates off the grid stay at `at` [latent]. */
export function cellLatent(
  { n, p, dims, rows }: GridChoice,
  at: readonly number[],
  index: number,
): number[] {
  const [first, second] = cellValues(probitGrid(n, p), rows, index);
  const z = [...at];
  z[dims[1]] = second;
  z[dims[0]] = first;
  return z;
}

/** All of them, row by row from the top left. [n² × latent] */
export function gridLatents({ n, p, dims, rows }: GridChoice, at: readonly number[]): Float32Array {
  const values = probitGrid(n, p);
  const z = new Float32Array(n * n * at.length);
  for (let i = 0; i < n * n; i++) {
    const [first, second] = cellValues(values, rows, i);
    const from = i * at.length;
    z.set(at, from);
    z[from + dims[1]] = second;
    z[from + dims[0]] = first;
  }
  return z;
}
