/**
 * Seeded numbers for building data sets (sfc32, Chris Doty-Humphrey's "small fast counter"). The
 * page itself draws from src/core/rng.ts; what is drawn here is frozen into the files.
 */

/** @param {number} seed */
export function createRandom(seed) {
  let a = 0;
  let b = seed >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;

  function uint32() {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  for (let i = 0; i < 12; i++) uint32();

  /** Uniform on 0 … bound − 1 (bias below bound / 2³²). */
  const below = (/** @type {number} */ bound) => Math.floor((uint32() / 2 ** 32) * bound);

  return {
    below,
    /** Fisher–Yates, in place. @template T @param {T[]} values @returns {T[]} */
    shuffle(values) {
      for (let i = values.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [values[i], values[j]] = [values[j], values[i]];
      }
      return values;
    },
  };
}
