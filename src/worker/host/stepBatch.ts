/** The batch of a training step: prepared images, ε, labels and dropout, from step and indices alone. */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { TrainingBatch } from "#/engine/engine.ts";
import type { ImageSource } from "#/worker/host/imageSource.ts";
import { dropoutNoise, stepNoise } from "#/worker/host/noise.ts";
import type { Preparer } from "#/worker/host/prepare.ts";

/** The training images `indices` as step `step` (from 0) takes them; its arrays serve the next call. */
export type StepBatch = (step: number, indices: Uint32Array) => TrainingBatch;

export function createStepBatch(
  { training }: Pick<ExperimentConfig, "training">,
  vae: ResolvedVae,
  source: ImageSource,
  prepare: Preparer,
): StepBatch {
  const { seed, batch } = training;
  const noise = stepNoise(seed, batch, vae.latent);
  const dropout = vae.dropoutUnits > 0 ? dropoutNoise(seed, batch, vae.dropoutUnits) : null;
  const buffer = new Float32Array(batch * vae.pixels);
  return (step, indices) => {
    const count = indices.length;
    const images = buffer.subarray(0, count * vae.pixels);
    source.read("train", indices, images);
    prepare.batch(images, step, count);
    return {
      count,
      images,
      epsilon: noise(step, count),
      labels: vae.classes > 0 ? source.labels("train", indices) : null,
      dropout: dropout?.(step, count) ?? null,
    };
  };
}
