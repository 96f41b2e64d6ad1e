/** The codes nearest to a point of latent space, by Euclidean distance. */

export interface Neighbour {
  /** Row of the codes. */
  readonly index: number;
  readonly distance: number;
}

/**
 * @param codes [count × latent], rows as long as `z`.
 * @returns `most` at most, nearest first; equal distances by row. Rows that are no numbers are left out.
 */
export function nearestCodes(
  codes: Float32Array,
  z: ArrayLike<number>,
  most: number,
): readonly Neighbour[] {
  const latent = z.length;
  if (latent === 0) return [];
  const found: Neighbour[] = [];
  for (let index = 0; (index + 1) * latent <= codes.length; index++) {
    let square = 0;
    for (let j = 0; j < latent; j++) {
      square += ((codes[index * latent + j] ?? 0) - (z[j] ?? 0)) ** 2;
    }
    const distance = Math.sqrt(square);
    const furthest = found.at(-1)?.distance ?? Infinity;
    if (!Number.isFinite(distance) || (found.length >= most && distance >= furthest)) continue;
    const place = found.findIndex((other) => other.distance > distance);
    found.splice(place < 0 ? found.length : place, 0, { index, distance });
    if (found.length > most) found.pop();
  }
  return found;
}
