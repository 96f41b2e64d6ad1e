/**
 * The experiments one can start from. Values the source leaves out, or that differ from it here,
 * are listed as ours and shown so. Stories are i18n keys, `setup.presets.<id>.story`.
 */
import type { Block } from "#/core/model/spec.ts";
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import { type FieldPath, fields } from "#/core/experiment/fields.ts";

export interface Preset {
  readonly id: PresetId;
  readonly config: ExperimentConfig;
  /** Fields whose value the source does not give, or gives differently. */
  readonly ours: readonly FieldPath[];
  /**
   * Ways of computing the loss that differ from the source: averaged per image where the source
   * sums a batch; logits in the stable form where it takes logarithms of a clamped sigmoid.
   * i18n `setup.deviations.<name>`.
   */
  readonly deviations: readonly ("perImage" | "stableLogits")[];
}

const first: ExperimentConfig = {
  data: { set: fields["data.set"].default, trainLimit: fields["data.trainLimit"].default },
  model: {
    encoder: fields["model.encoder"].default,
    decoder: fields["model.decoder"].default,
    latent: fields["model.latent"].default,
    weightInit: fields["model.weightInit"].default,
  },
  objective: { beta: fields["objective.beta"].default },
  optimizer: {
    kind: fields["optimizer.kind"].default,
    learningRate: fields["optimizer.learningRate"].default,
    epsilon: fields["optimizer.epsilon"].default,
  },
  training: {
    batch: fields["training.batch"].default,
    epochs: fields["training.epochs"].default,
    lastBatch: fields["training.lastBatch"].default,
    seed: fields["training.seed"].default,
  },
};

/** `first` with some fields replaced; sections are one level deep. */
function from(patch: ExperimentPatch): ExperimentConfig {
  return {
    data: { ...first.data, ...patch.data },
    model: { ...first.model, ...patch.model },
    objective: { ...first.objective, ...patch.objective },
    optimizer: { ...first.optimizer, ...patch.optimizer },
    training: { ...first.training, ...patch.training },
  };
}

const relu128: Block = { kind: "dense", units: 128, activation: "relu" };

/** A public tutorial's Fashion-MNIST model. Its text says 20 dimensions, its code 10. */
function fashion(latent: number): ExperimentConfig {
  return from({
    data: { set: "fashion" },
    model: { encoder: [relu128], decoder: [relu128], latent, weightInit: "glorot" },
    optimizer: { learningRate: 1e-3 },
    training: { batch: 512, epochs: 100, lastBatch: "keep" },
  });
}

const leaky = "leakyRelu";

export const presets = {
  "mnist-dense-2": {
    id: "mnist-dense-2",
    config: first,
    ours: ["model.latent", "optimizer.learningRate", "training.epochs", "training.seed"],
    deviations: ["perImage", "stableLogits"],
  },
  "mnist-dense-20": {
    id: "mnist-dense-20",
    config: from({
      model: { latent: 20 },
      optimizer: { learningRate: 1e-3 },
      training: { epochs: 50 },
    }),
    ours: ["training.seed"],
    deviations: ["perImage", "stableLogits"],
  },
  "fashion-dense-20": {
    id: "fashion-dense-20",
    config: fashion(20),
    ours: ["model.weightInit", "optimizer.epsilon", "training.seed"],
    deviations: [],
  },
  "fashion-dense-10": {
    id: "fashion-dense-10",
    config: fashion(10),
    ours: ["model.weightInit", "optimizer.epsilon", "training.seed"],
    deviations: [],
  },
  "faces-conv": {
    id: "faces-conv",
    config: from({
      data: { set: "faces" },
      model: {
        encoder: [
          { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: leaky },
          { kind: "conv", filters: 32, kernel: 3, stride: 2, activation: leaky },
          { kind: "conv", filters: 64, kernel: 3, stride: 2, activation: leaky },
        ],
        decoder: [
          { kind: "denseToMap", height: 4, width: 4, channels: 64, activation: leaky },
          { kind: "convTranspose", filters: 32, kernel: 3, stride: 2, activation: leaky },
          { kind: "convTranspose", filters: 32, kernel: 3, stride: 2, activation: leaky },
        ],
        latent: 32,
        weightInit: "glorot",
      },
      optimizer: { learningRate: 1e-3 },
      training: { batch: 64, epochs: 10, lastBatch: "keep" },
    }),
    ours: [
      "model.encoder",
      "model.decoder",
      "model.latent",
      "optimizer.learningRate",
      "training.batch",
      "training.epochs",
      "training.seed",
    ],
    deviations: [],
  },
} as const satisfies Record<PresetId, Preset>;

export function presetConfig(id: PresetId): ExperimentConfig {
  return presets[id].config;
}
