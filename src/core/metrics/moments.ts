/** Mean and variance per dimension, gathered in Float64 over rows that come in pieces. */

/** A dimension is active when its μ varies by more than this over the images. */
export const activeVariance = 0.01;

export class Moments {
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;
  #count = 0;

  constructor(dimensions: number) {
    this.#mean = new Float64Array(dimensions);
    this.#squares = new Float64Array(dimensions);
  }

  /** Adds `rows` [count × dimensions] (Welford, 1962). */
  add(rows: ArrayLike<number>, count: number): void {
    const dimensions = this.#mean.length;
    for (let i = 0; i < count; i++) {
      this.#count++;
      for (let j = 0; j < dimensions; j++) {
        const x = rows[i * dimensions + j] ?? 0;
        const before = this.#mean[j] ?? 0;
        const after = before + (x - before) / this.#count;
        this.#mean[j] = after;
        this.#squares[j] = (this.#squares[j] ?? 0) + (x - before) * (x - after);
      }
    }
  }

  /** [dimensions]. */
  get mean(): Float64Array {
    return this.#mean.slice();
  }

  /** Over all rows (divided by their number), [dimensions]; 0 for no rows. */
  get variance(): Float64Array {
    const count = Math.max(1, this.#count);
    return this.#squares.map((sum) => sum / count);
  }
}

/** How many dimensions vary. */
export function activeUnits(meanVariance: ArrayLike<number>): number {
  return Array.from(meanVariance).filter((variance) => variance > activeVariance).length;
}
