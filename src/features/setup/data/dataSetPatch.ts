/** What changes with the data set: a decoder that mirrored its encoder does so for the new images. */
import { formatBlocks } from "#/core/experiment/blockText.ts";
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { mirrorDecoder } from "#/features/setup/model/mirror.ts";

interface Images {
  readonly id: string;
  readonly shape: ImageShape;
}

export function dataSetPatch(
  draft: ExperimentConfig,
  from: Images | null,
  to: Images,
): ExperimentPatch {
  const { encoder, decoder } = draft.model;
  const data = { set: to.id };
  if (from === null) return { data };
  const mirrored = formatBlocks(mirrorDecoder(encoder, from.shape)) === formatBlocks(decoder);
  return mirrored ? { data, model: { decoder: mirrorDecoder(encoder, to.shape) } } : { data };
}
