/** The objectives and optimisers that every engine is held to: each choice at least once. */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import type { StepSettings } from "#/engine/engine.ts";

export interface ObjectiveCase {
  readonly name: string;
  readonly objective: Partial<ObjectiveSpec>;
  readonly settings?: Partial<StepSettings>;
}

const gaussian = { likelihood: "gaussian", sigmoid: "stable" } as const;

export const objectiveCases: readonly ObjectiveCase[] = [
  { name: "stable logits", objective: {} },
  {
    name: "PyTorch's BCELoss over the whole batch",
    objective: {
      sigmoid: "output",
      guard: "clampLog",
      reconstructionReduction: "batchSum",
      klReduction: "batchSum",
    },
  },
  {
    name: "Keras' clip, means and σ = exp(λ)",
    objective: {
      sigmoid: "output",
      guard: "clip",
      guardEpsilon: 1e-7,
      reconstructionReduction: "mean",
      klReduction: "mean",
      klHalf: false,
      sigma: "exp(λ)",
    },
  },
  {
    name: "a clip that binds",
    objective: { sigmoid: "loss", guard: "clip", guardEpsilon: 0.45 },
  },
  { name: "ε₀ + p", objective: { sigmoid: "output", guard: "additive", guardEpsilon: 1e-10 } },
  {
    name: "ε₀ + (1 − p), sum against batch sum",
    objective: {
      sigmoid: "loss",
      guard: "additiveLast",
      guardEpsilon: 0.01,
      klReduction: "batchSum",
    },
  },
  {
    name: "an ε₀ that counts",
    objective: { sigmoid: "loss", guard: "additive", guardEpsilon: 0.1 },
  },
  { name: "no guard", objective: { sigmoid: "loss", guard: "none", klReduction: "mean" } },
  { name: "the sigmoid twice", objective: { sigmoid: "twice", guard: "clampLog" } },
  {
    name: "mean squared error of a squashed mean",
    objective: { ...gaussian, sigmoid: "output", reconstructionReduction: "mean" },
  },
  { name: "squared error of a linear mean", objective: gaussian },
  { name: "a fixed Gaussian", objective: { ...gaussian, noise: "fixed", noiseSigma: 0.3 } },
  {
    name: "a learnt Gaussian",
    objective: { ...gaussian, sigmoid: "output", noise: "learnt", reconstructionReduction: "mean" },
  },
  { name: "free bits", objective: {}, settings: { freeBits: 0.08 } },
  {
    name: "free bits and σ = exp(λ)",
    objective: { sigma: "exp(λ)", klHalf: false },
    settings: { freeBits: 0.08 },
  },
  { name: "an autoencoder", objective: { sampling: false } },
  {
    name: "an autoencoder of squared errors",
    objective: { ...gaussian, noise: "learnt", sampling: false },
  },
];

export interface OptimizerCase {
  readonly name: string;
  readonly optimizer: Partial<OptimizerSpec>;
  readonly settings?: Partial<StepSettings>;
}

export const optimizerCases: readonly OptimizerCase[] = [
  { name: "Adam", optimizer: {} },
  {
    name: "Adam as TensorFlow has it, clipped",
    optimizer: { epsilon: 1e-3, epsilonPlacement: "uncorrected" },
    settings: { clip: 1.5 },
  },
  {
    name: "Adam with other moments",
    optimizer: { momentum: 0.5, decay: 0.9, epsilon: 0.01 },
  },
  { name: "RMSProp", optimizer: { kind: "rmsprop", decay: 0.9, momentum: 0, epsilon: 1e-7 } },
  {
    name: "RMSProp with momentum",
    optimizer: { kind: "rmsprop", decay: 0.9, momentum: 0.6, epsilon: 1e-3 },
  },
  {
    name: "gradient descent, too short to be clipped",
    optimizer: { kind: "sgd", momentum: 0 },
    settings: { learningRate: 1e-3, clip: 1e4 },
  },
  {
    name: "gradient descent with momentum, clipped",
    optimizer: { kind: "sgd", momentum: 0.9 },
    settings: { clip: 0.5 },
  },
];
