/**
 * Counter-based random numbers: Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 4.2). A stream is a key and a
 * counter, nothing else, so a checkpoint stores one number and a GPU can produce any element
 * alone. Not cryptographic.
 */

/** Bits that the four rounds of an even group turn by, then those of an odd one. */
export const THREEFRY_ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
/** What the third word of a key is the exclusive or with. */
export const THREEFRY_PARITY = 0x1bd11bda;

/**
 * One block of Threefry-2x32-20: two words of counter under two words of key give two words.
 * Writes into `out` [2].
 */
export function threefry2x32(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Uint32Array,
): void {
  const keys = [key0 | 0, key1 | 0, THREEFRY_PARITY ^ key0 ^ key1];
  let x0 = (counter0 + key0) | 0;
  let x1 = (counter1 + key1) | 0;
  for (let group = 0; group < 5; group++) {
    const first = (group & 1) * 4;
    for (let r = first; r < first + 4; r++) {
      const turn = THREEFRY_ROTATIONS[r] ?? 0;
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    }
    x0 = (x0 + (keys[(group + 1) % 3] ?? 0)) | 0;
    x1 = (x1 + (keys[(group + 2) % 3] ?? 0) + group + 1) | 0;
  }
  out[0] = x0 >>> 0;
  out[1] = x1 >>> 0;
}

/** A seeded stream of numbers. `position` is all the state it has. */
export interface Rng {
  /** With a position it is all that another generator needs to draw the same. */
  readonly key: readonly [number, number];
  /** An independent stream named by `label`; drawing from either never moves the other. */
  fork(label: string): Rng;
  /** Uniform on 0 … 2³² − 1. */
  uint32(): number;
  /** Uniform on the open interval (0, 1), 24 bits. */
  uniform(): number;
  /** N(0, 1) by inversion of one uniform. */
  normal(): number;
  /** Uniform on 0 … `bound` − 1, without modulo bias. `bound` ≥ 1. */
  below(bound: number): number;
  /** Fisher–Yates, in place. */
  shuffle(values: Uint32Array): void;
  /** Fills `target` with N(0, 1). */
  fillNormal(target: Float32Array): void;
  /** Words drawn so far; assign to resume. */
  position: number;
}

export function createRng(seed: number): Rng {
  return stream(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0);
}

function stream(key0: number, key1: number): Rng {
  const block = new Uint32Array(2);
  let position = 0;
  let cached = -1;

  function uint32(): number {
    const index = Math.floor(position / 2);
    if (index !== cached) {
      threefry2x32(key0, key1, index >>> 0, Math.floor(index / 2 ** 32), block);
      cached = index;
    }
    return block[position++ % 2] ?? 0;
  }

  function uniform(): number {
    return ((uint32() >>> 8) + 0.5) / 2 ** 24;
  }

  function normal(): number {
    return standardNormalQuantile(uniform());
  }

  function below(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const word = uint32();
      if (word < limit) return word % bound;
    }
  }

  return {
    key: [key0, key1],
    fork(label) {
      const out = new Uint32Array(2);
      threefry2x32(key0, key1, hashLabel(label), 0x666f726b, out);
      return stream(out[0] ?? 0, out[1] ?? 0);
    },
    uint32,
    uniform,
    normal,
    below,
    shuffle(values) {
      for (let i = values.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const held = values[i] ?? 0;
        values[i] = values[j] ?? 0;
        values[j] = held;
      }
    },
    fillNormal(target) {
      for (let i = 0; i < target.length; i++) target[i] = normal();
    },
    get position() {
      return position;
    },
    set position(next: number) {
      position = next;
    },
  };
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) {
    hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Φ⁻¹(p): the standard normal quantile by √2 · erf⁻¹(2p − 1), with Giles' single-precision
 * polynomial for erf⁻¹ ("Approximating the erfinv function", GPU Computing Gems, 2010): relative
 * error about 3e-7, no trigonometry, so a shader computes the same to rounding.
 */
export function standardNormalQuantile(p: number): number {
  const x = 2 * p - 1;
  let w = -Math.log((1 - x) * (1 + x));
  let y: number;
  if (w < 5) {
    w -= 2.5;
    y = horner(ERF_INVERSE_CENTRE, w);
  } else {
    w = Math.sqrt(w) - 3;
    y = horner(ERF_INVERSE_TAIL, w);
  }
  return Math.SQRT2 * y * x;
}

/** Of w − 2.5 where w < 5, highest power first. */
export const ERF_INVERSE_CENTRE = [
  2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503,
  -0.00417768164, 0.246640727, 1.50140941,
] as const;

/** Of √w − 3 elsewhere. */
export const ERF_INVERSE_TAIL = [
  -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613,
  0.00943887047, 1.00167406, 2.83297682,
] as const;

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}
