/**
 * What the network and the loss are given of images in [0, 1], and what honest scores hold a
 * reconstruction against. Training batches are binarised afresh for every step; held-out images
 * always alike, whatever the run's seed, so that runs compare.
 */
import type { Split } from "#/core/data/manifest.ts";
import { prepareGivenInPlace, prepareInPlace } from "#/core/data/pixels.ts";
import type { PixelMode } from "#/core/experiment/config.ts";
import { createRng } from "#/core/rng.ts";
import { stepStreams } from "#/worker/host/noise.ts";

export interface PreparedImages {
  /** As the network is given them. [count × D] */
  readonly images: Float32Array;
  /** In [0, 1]: the same but for standardised pixels, which are scored as they were. [count × D] */
  readonly targets: Float32Array;
}

export interface Preparer {
  /** The batch of training step `step` (from 0), in place: a function of seed and step alone. */
  batch(images: Float32Array, step: number, count: number): void;
  /** Images of a split; `images` is used up. */
  held(split: Split, indices: Uint32Array, images: Float32Array): PreparedImages;
  /** Images from elsewhere, which are never binarised; `images` is left as it is. */
  given(images: Float32Array): PreparedImages;
}

export function createPreparer(mode: PixelMode, seed: number, batch: number): Preparer {
  const { binarise: fresh } = stepStreams(seed);
  const fixed = createRng(0);
  const draws = { train: fixed.fork("binarise train"), test: fixed.fork("binarise test") };

  function withTargets(
    values: Float32Array,
    prepare: (copy: Float32Array) => Float32Array,
  ): PreparedImages {
    if (mode === "grey") return { images: values, targets: values };
    if (mode === "standardise") return { images: prepare(values.slice()), targets: values };
    const images = prepare(values);
    return { images, targets: images };
  }

  return {
    batch(images, step, count) {
      if (mode !== "binarise") {
        prepareGivenInPlace(mode, images);
        return;
      }
      const places = Array.from({ length: count }, (_, row) => step * batch + row);
      prepareInPlace(mode, images, { rng: fresh, places });
    },
    held: (split, indices, images) =>
      withTargets(images, (values) =>
        prepareInPlace(mode, values, { rng: draws[split], places: indices }),
      ),
    given: (images) => withTargets(images.slice(), (values) => prepareGivenInPlace(mode, values)),
  };
}
