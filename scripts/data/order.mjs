/** In which order images are written, and where one chunk ends. */

/**
 * The first `perClass` images of each class, in their given order, then all others in theirs: a
 * class-balanced start with the source's order kept.
 * @param {ArrayLike<number>} classes class of each image
 * @param {number} perClass
 * @returns {{ order: number[], first: boolean[] }} `first[i]`: image i is among the first chunk's
 */
export function balancedFirst(classes, perClass) {
  const taken = new Map();
  const first = Array.from(classes, (label) => {
    const count = taken.get(label) ?? 0;
    if (count === perClass) return false;
    taken.set(label, count + 1);
    return true;
  });
  const indices = first.map((_, index) => index);
  return {
    order: [...indices.filter((i) => first[i]), ...indices.filter((i) => !first[i])],
    first,
  };
}

/**
 * Bit i (least significant first) tells whether image i of the source is in the first chunk; cut
 * after the last one that is. With the rule of `balancedFirst` it gives the source's order back.
 * @param {readonly boolean[]} first
 */
export function packMask(first) {
  const length = first.lastIndexOf(true) + 1;
  const bytes = Buffer.alloc(Math.ceil(length / 8));
  for (let i = 0; i < length; i++) if (first[i]) bytes[i >> 3] |= 1 << (i & 7);
  return bytes.toString("base64");
}

/**
 * A first chunk of `first` images, the rest in the fewest even parts of at most `most`.
 * @param {number} total @param {number} first @param {number} most
 */
export function chunkCounts(total, first, most) {
  const rest = total - first;
  const parts = Math.ceil(rest / most);
  const ends = Array.from({ length: parts + 1 }, (_, k) => Math.round((rest * k) / parts));
  return [first, ...ends.slice(1).map((end, k) => end - ends[k])];
}
