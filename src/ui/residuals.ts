/** Colours of what is not a picture: signed differences and standard deviations. Pure. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** "#762A83" → [118, 42, 131]. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function mix(from: Rgb, to: Rgb, share: number, out: Uint8ClampedArray, at: number): void {
  for (let c = 0; c < 3; c++) {
    const start = from[c] ?? 0;
    out[at + c] = start + ((to[c] ?? 0) - start) * share;
  }
  out[at + 3] = 255;
}

/** Mean over channels of the pixel starting at `at`. */
function level(values: Float32Array, at: number, channels: number): number {
  let sum = 0;
  for (let c = 0; c < channels; c++) sum += values[at + c] ?? 0;
  return sum / channels;
}

export interface SignedScale {
  readonly negative: Rgb;
  readonly zero: Rgb;
  readonly positive: Rgb;
}

/**
 * One picture of a signed difference as RGBA: −1 `negative`, 0 `zero`, 1 `positive`, linear between.
 * Colour pictures by the mean over their channels. [pixels × channels], from `offset`.
 */
export function signedDifference(
  difference: Float32Array,
  picture: { readonly pixels: number; readonly channels: number; readonly offset: number },
  scale: SignedScale,
): Uint8ClampedArray<ArrayBuffer> {
  const { pixels, channels, offset } = picture;
  const rgba = new Uint8ClampedArray(pixels * 4);
  for (let i = 0; i < pixels; i++) {
    const by = level(difference, offset + i * channels, channels);
    mix(
      scale.zero,
      by < 0 ? scale.negative : scale.positive,
      Math.min(Math.abs(by), 1),
      rgba,
      i * 4,
    );
  }
  return rgba;
}

/** The largest standard deviation a value in [0, 1] can have: full ink. */
const fullSpread = 0.5;

/** One picture of standard deviations as RGBA: ink by opacity over `paper`. */
export function spreadInInk(
  spread: Float32Array,
  picture: { readonly pixels: number; readonly channels: number; readonly offset: number },
  paper: Rgb,
  ink: Rgb,
): Uint8ClampedArray<ArrayBuffer> {
  const { pixels, channels, offset } = picture;
  const rgba = new Uint8ClampedArray(pixels * 4);
  for (let i = 0; i < pixels; i++) {
    const share = level(spread, offset + i * channels, channels) / fullSpread;
    mix(paper, ink, Math.min(share, 1), rgba, i * 4);
  }
  return rgba;
}
