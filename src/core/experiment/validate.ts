/**
 * The checks of an experiment that need its data set: whether the layers fit the image, the model
 * fits memory and a batch fits the images there are. Nothing is allocated. What is possible but
 * unwise is advice.ts's.
 */
import { preparedShape } from "#/core/data/prepared.ts";
import type { Fault } from "#/core/fault.ts";
import { type ModelCost, memoryFault, modelCost } from "#/core/model/cost.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { type Result, err, ok } from "#/core/result.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";

/** What an experiment must know of its data set. */
export interface DatasetFacts {
  /** As stored. */
  readonly shape: ImageShape;
  /** Images in the training split, before `trainLimit`. */
  readonly train: number;
  /** Names of the labels; none for an unlabelled set. */
  readonly classes: readonly string[];
}

export interface ValidExperiment {
  readonly vae: ResolvedVae;
  readonly cost: ModelCost;
}

/** The model of an experiment on images of the shape they are stored in. */
export function resolveModel(
  { model, data, objective }: Pick<ExperimentConfig, "model" | "data" | "objective">,
  { shape, classes }: Pick<DatasetFacts, "shape" | "classes">,
): Result<ResolvedVae, Fault> {
  const learntSigma = objective.likelihood === "gaussian" && objective.noise === "learnt";
  return resolveVae(model, preparedShape(shape, data), { classes: classes.length, learntSigma });
}

export function validateExperiment(
  config: ExperimentConfig,
  dataset: DatasetFacts,
): Result<ValidExperiment, Fault> {
  const resolved = resolveModel(config, dataset);
  if (!resolved.ok) return resolved;
  const { batch } = config.training;
  const images = Math.min(dataset.train, config.data.trainLimit ?? dataset.train);
  if (batch > images) return err(batchFault(batch, images));
  const problem = batchNormFault(config) ?? memoryFault(modelCost(resolved.value, batch));
  if (problem !== null) return err(problem);
  return ok({ vae: resolved.value, cost: modelCost(resolved.value, batch) });
}

/** Normalised by its own mean, a batch of one is all zeros. */
function batchNormFault({ model, training }: ExperimentConfig): Fault | null {
  const normalised = [...model.encoder, ...model.decoder].some((b) => b.batchNorm !== undefined);
  if (!normalised || training.batch > 1) return null;
  return {
    code: "batch-norm-alone",
    message: "Batch normalisation needs more than one image in a batch.",
    hint: "Take a batch of at least 2, or switch batch normalisation off.",
  };
}

function batchFault(batch: number, images: number): Fault {
  return {
    code: "batch-too-large",
    message: `A batch of ${String(batch)} is larger than the ${String(images)} images there are.`,
    hint: `Take a batch of at most ${String(images)}.`,
    values: { batch, images },
  };
}
