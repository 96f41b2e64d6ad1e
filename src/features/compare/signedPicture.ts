/** One lane's pictures minus another's, as colours. Pure but for the canvas it draws on. */
import { difference, palette, type ThemeName } from "#/ui/palette.ts";
import type { PixelShape } from "#/ui/pixels.ts";
import { rgbOf, signedDifference, type SignedScale } from "#/ui/residuals.ts";

/** Purple below, green above, the plane's own colour between. */
export function signedScale(theme: ThemeName): SignedScale {
  return {
    negative: rgbOf(difference.negative),
    zero: rgbOf(palette[theme].plane),
    positive: rgbOf(difference.positive),
  };
}

/** a − b in units of a pixel's whole range; null where they are not of one shape. */
export function subtract(
  a: Float32Array | Uint8Array | null,
  b: Float32Array | Uint8Array | null,
): Float32Array<ArrayBuffer> | null {
  if (a === null || b === null || a.length !== b.length) return null;
  const [rangeA, rangeB] = [rangeOf(a), rangeOf(b)];
  return Float32Array.from({ length: a.length }, (_, i) => {
    return (a[i] ?? 0) / rangeA - (b[i] ?? 0) / rangeB;
  });
}

function rangeOf(pixels: Float32Array | Uint8Array): number {
  return pixels instanceof Uint8Array ? 255 : 1;
}

/** Mean over all values of |a − b|. */
export function meanAbsolute(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum / Math.max(values.length, 1);
}

/** Picture `place` among those of `shape`, as RGBA. */
export function signedRgba(
  values: Float32Array,
  shape: PixelShape,
  place: number,
  scale: SignedScale,
): Uint8ClampedArray<ArrayBuffer> {
  const [height, width, channels] = shape;
  const pixels = height * width;
  return signedDifference(values, { pixels, channels, offset: place * pixels * channels }, scale);
}
