/**
 * How sharp pictures are: the variance of their Laplacian (Pech-Pacheco et al., "Diatom autofocusing in
 * brightfield microscopy", ICPR 2000). Blur flattens the second derivative; noise raises it, so it
 * compares pictures of one kind and judges none alone.
 */
import type { ImageShape } from "#/core/model/spec.ts";

/**
 * Mean over `count` images [count × D], pixels in [0, 1] or bytes, in units of a pixel's whole range
 * squared. The Laplacian is the sum of four neighbours less four times the pixel, away from the rim, of
 * the mean of the channels. 0 where there is no image, or none wider and higher than two pixels.
 */
export function sharpness(
  images: Float32Array | Uint8Array,
  count: number,
  shape: ImageShape,
): number {
  const range = images instanceof Uint8Array ? 255 : 1;
  let sum = 0;
  for (let k = 0; k < count; k++) sum += laplacianVariance(greyOf(images, k, shape), shape);
  return sum / (Math.max(count, 1) * range ** 2);
}

/** Image `k`, mean of its channels. [height × width] */
function greyOf(images: ArrayLike<number>, k: number, shape: ImageShape): Float64Array {
  const [height, width, channels] = shape;
  const start = k * height * width * channels;
  return Float64Array.from({ length: height * width }, (_, p) => {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += images[start + p * channels + c] ?? 0;
    return sum / channels;
  });
}

function laplacianVariance(grey: Float64Array, [height, width]: ImageShape): number {
  const inner = (height - 2) * (width - 2);
  if (height < 3 || width < 3) return 0;
  const at = (i: number): number => grey[i] ?? 0;
  let [sum, squares] = [0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const value = at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i);
      sum += value;
      squares += value * value;
    }
  }
  return Math.max(0, squares / inner - (sum / inner) ** 2);
}
