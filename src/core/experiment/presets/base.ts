/** What presets are made of: the first experiment, and a way to say what another changes in it. */
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import { type FieldPath, fields } from "#/core/experiment/fields.ts";

export interface Preset {
  readonly id: PresetId;
  readonly config: ExperimentConfig;
  /** Fields whose value the source does not give, or gives differently. */
  readonly ours: readonly FieldPath[];
  /** The published system it is, by its letter and number in the documentation; null for ours. */
  readonly system: "S1" | "S2" | "S3" | "S4" | "S5" | null;
  /** The preset whose faults this one mends; null for a system as written. */
  readonly repairs: PresetId | null;
  /** The same in minutes instead of hours, offered where it would be slow; null where it is quick. */
  readonly lighter: ExperimentPatch | null;
}

/** The defaults of all fields: `mnist-dense-2`. */
export const firstConfig: ExperimentConfig = {
  data: {
    set: fields["data.set"].default,
    pixels: fields["data.pixels"].default,
    size: fields["data.size"].default,
    crop: fields["data.crop"].default,
    trainLimit: fields["data.trainLimit"].default,
  },
  model: {
    encoder: fields["model.encoder"].default,
    decoder: fields["model.decoder"].default,
    latent: fields["model.latent"].default,
    condition: fields["model.condition"].default,
    weightInit: fields["model.weightInit"].default,
  },
  objective: {
    likelihood: fields["objective.likelihood"].default,
    noise: fields["objective.noise"].default,
    noiseSigma: fields["objective.noiseSigma"].default,
    sigmoid: fields["objective.sigmoid"].default,
    guard: fields["objective.guard"].default,
    guardEpsilon: fields["objective.guardEpsilon"].default,
    display: fields["objective.display"].default,
    reconstructionReduction: fields["objective.reconstructionReduction"].default,
    klReduction: fields["objective.klReduction"].default,
    klHalf: fields["objective.klHalf"].default,
    beta: fields["objective.beta"].default,
    annealing: fields["objective.annealing"].default,
    annealingSteps: fields["objective.annealingSteps"].default,
    freeBits: fields["objective.freeBits"].default,
    sigma: fields["objective.sigma"].default,
    sampling: fields["objective.sampling"].default,
  },
  optimizer: {
    kind: fields["optimizer.kind"].default,
    learningRate: fields["optimizer.learningRate"].default,
    schedule: fields["optimizer.schedule"].default,
    scheduleSteps: fields["optimizer.scheduleSteps"].default,
    scheduleFactor: fields["optimizer.scheduleFactor"].default,
    epsilon: fields["optimizer.epsilon"].default,
    epsilonPlacement: fields["optimizer.epsilonPlacement"].default,
    decay: fields["optimizer.decay"].default,
    momentum: fields["optimizer.momentum"].default,
    clip: fields["optimizer.clip"].default,
  },
  training: {
    batch: fields["training.batch"].default,
    epochs: fields["training.epochs"].default,
    lastBatch: fields["training.lastBatch"].default,
    validation: fields["training.validation"].default,
    patience: fields["training.patience"].default,
    restoreBest: fields["training.restoreBest"].default,
    seed: fields["training.seed"].default,
  },
};

/** `base` with some fields replaced; sections are one level deep, lists of blocks replaced whole. */
export function variant(base: ExperimentConfig, patch: ExperimentPatch): ExperimentConfig {
  return {
    data: { ...base.data, ...patch.data },
    model: { ...base.model, ...patch.model },
    objective: { ...base.objective, ...patch.objective },
    optimizer: { ...base.optimizer, ...patch.optimizer },
    training: { ...base.training, ...patch.training },
  };
}

/** The ELBO as one should write it: what a repair puts in place of a system's own loss. */
export const soundObjective = {
  sigmoid: "stable",
  guard: "none",
  display: "sigmoid",
  reconstructionReduction: "sum",
  klReduction: "sum",
  klHalf: true,
  beta: 1,
  sigma: "exp(λ/2)",
} as const satisfies Partial<ExperimentConfig["objective"]>;
