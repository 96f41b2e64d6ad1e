/**
 * One job over many rows in slices, so that ten thousand images need no more memory than a few
 * hundred. All of it is one job: the weights do not move in between. For pieces between which others
 * may come, see chunked.ts.
 */

/** Ten thousand 32×32 maps of 32 channels at once would be 1.3 GB. */
const mostRows = 256;

/**
 * The arrays of all slices joined, row by row; `count` ≥ 1.
 * @param ask answers for `rows` rows from row `from` on.
 */
export async function inSlices<K extends string>(
  count: number,
  ask: (from: number, rows: number) => Promise<Readonly<Record<K, Float32Array>>>,
): Promise<Readonly<Record<K, Float32Array>>> {
  const parts: Readonly<Record<K, Float32Array>>[] = [];
  for (let from = 0; from < count; from += mostRows) {
    parts.push(await ask(from, Math.min(mostRows, count - from)));
  }
  const [first] = parts;
  if (first === undefined) throw new Error("no rows");
  if (parts.length === 1) return first;
  const whole: Record<K, Float32Array> = { ...first };
  for (const key in first) whole[key] = joined(parts.map((part) => part[key]));
  return whole;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Rows `from` … `from + rows − 1` of [count × width]. */
export function rowsOf(
  values: Float32Array,
  from: number,
  rows: number,
  count: number,
): Float32Array {
  if (rows === count) return values;
  const width = values.length / count;
  return values.slice(from * width, (from + rows) * width);
}

/** Labels of those rows. */
export function labelsOf(labels: Uint8Array | null, from: number, rows: number): Uint8Array | null {
  return labels?.subarray(from, from + rows) ?? null;
}
