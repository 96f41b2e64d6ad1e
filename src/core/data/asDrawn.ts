/**
 * An image as the network is given it, as far as a picture in [0, 1] can show that: what originals
 * look like beside their reconstructions. What the network is given is pixels.ts's.
 */
import type { PixelMode } from "#/core/experiment/config.ts";
import { prepareGivenInPlace } from "#/core/data/pixels.ts";

/**
 * `images` in [0, 1] as drawn: thresholded ones are black or white; standardised ones are cut to
 * [0, 1], which most of their pixels leave; grey ones keep, and binarised ones too, since fresh draws
 * are for training batches alone.
 */
export function asDrawn(mode: PixelMode, images: Float32Array): Float32Array {
  if (mode === "grey" || mode === "binarise") return images;
  const seen = prepareGivenInPlace(mode, images.slice());
  return seen.map((x) => Math.min(Math.max(x, 0), 1));
}
