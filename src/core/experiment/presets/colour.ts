/** S1: a convolutional model of colour faces whose samples all look alike. */
import type { Block } from "#/core/model/spec.ts";
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";
import { type Preset, firstConfig, variant } from "#/core/experiment/presets/base.ts";

const down = (filters: number): Block => ({
  kind: "conv",
  filters,
  kernel: 3,
  stride: 2,
  activation: "leakyRelu",
  batchNorm: { momentum: 0.99, epsilon: 1e-3 },
});

const up = (filters: number): Block => ({
  kind: "convTranspose",
  filters,
  kernel: 3,
  stride: 2,
  activation: "leakyRelu",
});

/** The fourth transposed convolution, to three channels and a sigmoid, is the output layer. */
const asWritten: ExperimentConfig = variant(firstConfig, {
  data: { set: "faces", size: "32" },
  model: {
    encoder: [down(32), down(64), down(64), down(64)],
    decoder: [
      { kind: "denseToMap", height: 2, width: 2, channels: 64, activation: "linear" },
      up(64),
      up(64),
      up(32),
    ],
    latent: 256,
    weightInit: "glorot",
  },
  objective: {
    likelihood: "gaussian",
    noise: "mse",
    sigmoid: "output",
    reconstructionReduction: "mean",
  },
  optimizer: { learningRate: 1e-3, epsilon: 1e-7, epsilonPlacement: "uncorrected" },
  training: { epochs: 20, lastBatch: "keep" },
});

const repaired = variant(asWritten, { objective: { reconstructionReduction: "sum" } });

const ours: readonly FieldPath[] = [
  "data.set",
  "data.size",
  "optimizer.learningRate",
  "training.batch",
  "training.epochs",
  "training.seed",
];

function preset(id: PresetId, config: ExperimentConfig, repairs: PresetId | null): Preset {
  const lighter = { data: { trainLimit: 2000 }, training: { epochs: 5 } };
  return { id, config, ours, system: "S1", repairs, lighter };
}

export const colourPresets = {
  "faces-conv": preset("faces-conv", asWritten, null),
  "faces-conv:repaired": preset("faces-conv:repaired", repaired, "faces-conv"),
  "celeba-conv": preset("celeba-conv", asWritten, null),
  "celeba-conv:repaired": preset("celeba-conv:repaired", repaired, "celeba-conv"),
} as const;
