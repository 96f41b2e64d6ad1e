/**
 * Values that give a reconstruction in nats per image its meaning: Bernoulli cross-entropies of
 * answers anybody could give. Each only where it holds for the pixels and the model at hand.
 */
import { preparedShape } from "#/core/data/prepared.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";

export interface Landmarks {
  /** Every pixel ½, as a sigmoid gives before training: D·ln 2. */
  readonly untrained: number | null;
  /** Every answer the mean image: where a collapsed model ends. */
  readonly meanImage: number | null;
  /** What a perfect copy still costs: the entropy of grey pixels, nothing for black and white ones. */
  readonly floor: number | null;
}

interface KnownSet {
  /** As stored. */
  readonly shape: ImageShape;
  /** Of the stored grey pixels. */
  readonly landmarks: { readonly meanImageEntropy: number; readonly greyEntropyFloor: number };
}

/**
 * Standardised pixels leave [0, 1], so no cross-entropy says anything. Freshly binarised pixels have
 * the mean image of the grey ones; thresholded ones have another, which nobody has measured. A set
 * resampled to another size has its own. A conditional model knows a mean image for each class.
 */
export function landmarksOf(
  { data, model, objective }: Pick<ExperimentConfig, "data" | "model" | "objective">,
  { shape, landmarks: known }: KnownSet,
): Landmarks {
  if (data.pixels === "standardise") return { untrained: null, meanImage: null, floor: null };
  const prepared = preparedShape(shape, data);
  const asStored = prepared.every((size, i) => size === shape[i]);
  const startsAtHalf =
    objective.likelihood === "gaussian"
      ? objective.sigmoid === "output"
      : objective.sigmoid !== "twice";
  const binary = data.pixels === "threshold" || data.pixels === "binarise";
  const sameMean = asStored && data.pixels !== "threshold" && model.condition === "none";
  return {
    untrained: startsAtHalf ? prepared[0] * prepared[1] * prepared[2] * Math.LN2 : null,
    meanImage: sameMean ? known.meanImageEntropy : null,
    floor: binary ? 0 : asStored ? known.greyEntropyFloor : null,
  };
}
