/**
 * The checks of an experiment that need its data set: whether the layers fit the image, the model
 * fits memory and a batch fits the images there are. Nothing is allocated.
 */
import type { Fault } from "#/core/fault.ts";
import { type ModelCost, memoryFault, modelCost } from "#/core/model/cost.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { type Result, err, ok } from "#/core/result.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";

export interface ValidExperiment {
  readonly vae: ResolvedVae;
  readonly cost: ModelCost;
}

/** `train`: images in the training split, before `trainLimit`. */
export function validateExperiment(
  config: ExperimentConfig,
  dataset: { readonly shape: ImageShape; readonly train: number },
): Result<ValidExperiment, Fault> {
  const resolved = resolveVae(config.model, dataset.shape);
  if (!resolved.ok) return resolved;
  const { batch } = config.training;
  const images = Math.min(dataset.train, config.data.trainLimit ?? dataset.train);
  if (batch > images) return err(batchFault(batch, images));
  const cost = modelCost(resolved.value, batch);
  const memory = memoryFault(cost);
  return memory === null ? ok({ vae: resolved.value, cost }) : err(memory);
}

function batchFault(batch: number, images: number): Fault {
  return {
    code: "batch-too-large",
    message: `A batch of ${String(batch)} is larger than the ${String(images)} images there are.`,
    hint: `Take a batch of at most ${String(images)}.`,
    values: { batch, images },
  };
}
