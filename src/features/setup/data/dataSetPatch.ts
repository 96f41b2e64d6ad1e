/**
 * Taking up another data set, or another size of image. A decoder that mirrors the encoder keeps
 * doing so for the new size; any other is kept, and refused by the store when it does not fit.
 */
import { preparedShape } from "#/core/data/prepared.ts";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";
import { isMirrored } from "#/features/setup/model/sizes.ts";

interface Images {
  readonly id: string;
  /** As stored. */
  readonly shape: ImageShape;
}

export function dataSetPatch(
  draft: ExperimentConfig,
  from: Images | null,
  to: Images,
): ExperimentPatch {
  const patch = { data: { set: to.id } };
  return from === null ? patch : remirrored(draft, patch, from.shape, to.shape);
}

/** `patch` with the decoder mirrored anew where it was a mirror. Shapes are as stored. */
export function remirrored(
  draft: ExperimentConfig,
  patch: ExperimentPatch,
  from: ImageShape,
  to: ImageShape,
): ExperimentPatch {
  const image = preparedShape(from, draft.data);
  if (!isMirrored(draft.model, image)) return patch;
  const next = preparedShape(to, { size: patch.data?.size ?? draft.data.size });
  const encoder = patch.model?.encoder ?? draft.model.encoder;
  return { ...patch, model: { ...patch.model, decoder: mirrorDecoder(encoder, next) } };
}
