/** Going through the encoded test images one by one. */

interface Labelled {
  /** Into the test split. */
  readonly indices: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/**
 * The test image after `after` in the order they were encoded, of one class or of any; from the
 * first again after the last. Null where there is none.
 */
export function nextOfClass(
  { indices, labels }: Labelled,
  label: number | null,
  after: number | null,
): number | null {
  const count = indices.length;
  const from = after === null ? -1 : Array.prototype.indexOf.call(indices, after);
  for (let step = 1; step <= count; step++) {
    const row = (from + step) % count;
    if (label === null || labels[row] === label) return indices[row] ?? null;
  }
  return null;
}
