/** Pictures of a card that are computed, not decoded: a signed difference, a spread over draws. */
import type { ImageShape } from "#/core/model/spec.ts";
import { difference as ends, type Palette } from "#/ui/palette.ts";

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/**
 * `difference` = x̂ − x, averaged over channels: purple where the reconstruction is too low, green
 * where too high, the plane where equal. [height × width × 3] in [0, 1]
 */
export function signedDifference(
  difference: Float32Array,
  shape: ImageShape,
  palette: Palette,
): Float32Array {
  const [height, width, channels] = shape;
  const middle = rgb(palette.plane);
  const low = rgb(ends.negative);
  const high = rgb(ends.positive);
  const out = new Float32Array(height * width * 3);
  for (let i = 0; i < height * width; i++) {
    let d = 0;
    for (let c = 0; c < channels; c++) d += (difference[i * channels + c] ?? 0) / channels;
    const end = d < 0 ? low : high;
    const share = Math.min(Math.abs(d), 1);
    for (let c = 0; c < 3; c++) {
      out[3 * i + c] = (middle[c] ?? 0) + share * ((end[c] ?? 0) - (middle[c] ?? 0));
    }
  }
  return out;
}

/**
 * Standard deviation of each pixel over images, averaged over channels, as ink: 0.5, the most a
 * pixel in [0, 1] can have, is full. [height × width]
 */
export function pixelSpread(images: readonly Float32Array[], shape: ImageShape): Float32Array {
  const [height, width, channels] = shape;
  const out = new Float32Array(height * width);
  const count = images.length;
  if (count < 2) return out;
  for (let i = 0; i < height * width; i++) {
    let spread = 0;
    for (let c = 0; c < channels; c++) {
      const at = i * channels + c;
      let sum = 0;
      let squares = 0;
      for (const image of images) {
        const x = image[at] ?? 0;
        sum += x;
        squares += x * x;
      }
      spread += Math.sqrt(Math.max(squares / count - (sum / count) ** 2, 0)) / channels;
    }
    out[i] = Math.min(2 * spread, 1);
  }
  return out;
}
