/** The first visit's experiment, S2 (the latent grid) and S4 (dense, and conditional). */
import type { Block } from "#/core/model/spec.ts";
import {
  type Preset,
  firstConfig,
  soundObjective,
  variant,
} from "#/core/experiment/presets/base.ts";

const conv = (filters: number, stride: number): Block => ({
  kind: "conv",
  filters,
  kernel: 3,
  stride,
  activation: "relu",
});

/** S2. The last convolution, to one channel and a sigmoid, is the output layer. */
const grid = variant(firstConfig, {
  model: {
    encoder: [
      conv(32, 1),
      conv(64, 2),
      conv(64, 1),
      conv(64, 1),
      { kind: "dense", units: 32, activation: "relu" },
    ],
    decoder: [
      { kind: "denseToMap", height: 14, width: 14, channels: 64, activation: "relu" },
      { kind: "convTranspose", filters: 32, kernel: 3, stride: 2, activation: "relu" },
    ],
    latent: 2,
    weightInit: "glorot",
  },
  objective: {
    sigmoid: "output",
    guard: "clip",
    guardEpsilon: 1e-7,
    reconstructionReduction: "mean",
    klReduction: "mean",
    klHalf: false,
    beta: 5e-4,
    sigma: "exp(λ)",
  },
  optimizer: {
    kind: "rmsprop",
    learningRate: 1e-3,
    decay: 0.9,
    momentum: 0,
    epsilon: 1e-7,
    epsilonPlacement: "uncorrected",
  },
  training: {
    batch: 16,
    epochs: 10,
    lastBatch: "keep",
    validation: "epoch",
    patience: 2,
    restoreBest: false,
  },
});

/** S4. */
const dense = variant(firstConfig, {
  model: { latent: 20 },
  objective: {
    sigmoid: "output",
    guard: "clampLog",
    reconstructionReduction: "batchSum",
    klReduction: "batchSum",
  },
  optimizer: { learningRate: 1e-3 },
  training: { epochs: 50 },
});

const lighterGrid = {
  data: { trainLimit: 12_000 },
  training: { batch: 128, epochs: 3 },
} as const;

export const digitPresets = {
  "mnist-dense-2": {
    id: "mnist-dense-2",
    config: firstConfig,
    ours: [
      "model.latent",
      "objective.sigmoid",
      "objective.guard",
      "objective.reconstructionReduction",
      "objective.klReduction",
      "optimizer.learningRate",
      "training.epochs",
      "training.seed",
    ],
    system: null,
    repairs: null,
    lighter: null,
  },
  "mnist-dense-20": {
    id: "mnist-dense-20",
    config: dense,
    ours: ["training.seed"],
    system: "S4",
    repairs: null,
    lighter: null,
  },
  "mnist-cvae-20": {
    id: "mnist-cvae-20",
    config: variant(dense, { model: { condition: "label" } }),
    ours: ["training.seed"],
    system: "S4",
    repairs: null,
    lighter: null,
  },
  "mnist-conv-2d": {
    id: "mnist-conv-2d",
    config: grid,
    ours: ["training.seed"],
    system: "S2",
    repairs: null,
    lighter: lighterGrid,
  },
  "mnist-conv-2d:repaired": {
    id: "mnist-conv-2d:repaired",
    config: variant(grid, { objective: soundObjective }),
    ours: ["training.seed"],
    system: "S2",
    repairs: "mnist-conv-2d",
    lighter: lighterGrid,
  },
} as const satisfies Partial<Record<string, Preset>>;
