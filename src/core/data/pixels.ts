/**
 * From an image in [0, 1] to what the network is given: thresholded, binarised or standardised, in
 * place. Shapes and sizes are resample.ts's.
 */
import { assertNever } from "#/core/assertNever.ts";
import type { PixelMode } from "#/core/experiment/config.ts";
import type { Rng } from "#/core/rng.ts";

/** Mean and standard deviation of MNIST's training pixels, as tutorials subtract and divide by. */
export const greyMean = 0.1307;
export const greyDeviation = 0.3081;

/** 1 where above ½, else 0. */
export function thresholdInPlace(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) > 0.5 ? 1 : 0;
  return values;
}

/** (x − 0.1307) / 0.3081. */
export function standardiseInPlace(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) {
    values[i] = ((values[i] ?? 0) - greyMean) / greyDeviation;
  }
  return values;
}

/** What standardising made these of: a copy, up to rounding. */
export function unstandardised(values: Float32Array): Float32Array {
  return values.map((value) => value * greyDeviation + greyMean);
}

/**
 * 1 with the probability that a pixel's grey value is, else 0; one image [D]. Pixel i is drawn at
 * `position + i` of the stream, whatever the others are; black and white ones need no draw.
 */
export function binariseInPlace(values: Float32Array, rng: Rng, position: number): Float32Array {
  for (let i = 0; i < values.length; i++) {
    const grey = values[i] ?? 0;
    if (grey <= 0 || grey >= 1) continue;
    rng.position = position + i;
    values[i] = rng.uniform() < grey ? 1 : 0;
  }
  return values;
}

/**
 * `images` [count × D] prepared; binarised ones are drawn at image `places[row]` of the stream, which
 * has D places an image.
 */
export function prepareInPlace(
  mode: PixelMode,
  images: Float32Array,
  draws: { readonly rng: Rng; readonly places: ArrayLike<number> },
): Float32Array {
  if (mode !== "binarise") return prepareGivenInPlace(mode, images);
  const { rng, places } = draws;
  const pixels = images.length / places.length;
  for (let row = 0; row < places.length; row++) {
    const image = images.subarray(row * pixels, (row + 1) * pixels);
    binariseInPlace(image, rng, (places[row] ?? 0) * pixels);
  }
  return images;
}

/** As `prepareInPlace`, but grey values stay where they would be binarised. */
export function prepareGivenInPlace(mode: PixelMode, images: Float32Array): Float32Array {
  switch (mode) {
    case "threshold":
      return thresholdInPlace(images);
    case "standardise":
      return standardiseInPlace(images);
    case "grey":
    case "binarise":
      return images;
    default:
      return assertNever(mode);
  }
}
