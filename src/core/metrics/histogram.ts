/** Counts of values in equal bins, with what lies outside counted beside them. */

export interface Histogram {
  /** [bins] */
  readonly counts: Uint32Array;
  /** Values under the range, −∞ among them. */
  readonly below: number;
  /** Values over the range, +∞ among them. */
  readonly above: number;
}

/** Each bin holds its lower edge; the last one its upper edge too. Values that are no number count nowhere. */
export function histogram(
  values: ArrayLike<number>,
  bins: number,
  [low, high]: readonly [low: number, high: number],
): Histogram {
  const counts = new Uint32Array(bins);
  let [below, above] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (value < low) below++;
    else if (value > high) above++;
    else if (value >= low) {
      const bin = Math.min(Math.floor(((value - low) / (high - low)) * bins), bins - 1);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { counts, below, above };
}
