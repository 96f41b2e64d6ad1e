/**
 * The small experiment that every mistake is shown on: MNIST's first 6,000 images, one hidden layer
 * of 128 units a side, ten passes in batches of 128. Seconds a lane, and what goes wrong goes wrong.
 */
import type { LaneSetup } from "#/core/bench/mistake.ts";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import type { Block } from "#/core/model/spec.ts";

const hidden: readonly Block[] = [{ kind: "dense", units: 128, activation: "relu" }];
const epochs = 10;

/** ⌊6,000 / 128⌋ */
export const stepsPerEpoch = 46;

export const steps = epochs * stepsPerEpoch;

const briefEpochs = 3;

/** For what runs away at once: three epochs, so that the axes still hold the sound lane. */
export const brief = { training: { epochs: briefEpochs } } as const satisfies ExperimentPatch;

export const briefSteps = briefEpochs * stepsPerEpoch;

/** Test images the evidence is measured on. */
export const evaluated = 500;

/** The sound experiment with `patch` in place of what it names. */
export function lane(patch: ExperimentPatch = {}): LaneSetup {
  return {
    preset: "mnist-dense-2",
    patch: {
      // Said out loud: a lane that says nothing of its pixels sees what lane A sees.
      data: { trainLimit: 6000, pixels: "grey", ...patch.data },
      model: { encoder: hidden, decoder: hidden, latent: 20, ...patch.model },
      objective: { ...patch.objective },
      optimizer: { learningRate: 3e-3, ...patch.optimizer },
      training: { batch: 128, epochs, lastBatch: "drop", ...patch.training },
    },
  };
}
