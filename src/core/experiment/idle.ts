/** Which fields do nothing as the others stand. They keep their values: the choice may come back. */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";

/** The choice that makes a field idle; its label says why. */
export type IdleBecause = FieldPath;

type Rule = readonly [because: IdleBecause, idle: (config: ExperimentConfig) => boolean];

const isGaussian: Rule = ["objective.likelihood", (c) => c.objective.likelihood === "gaussian"];
const isBernoulli: Rule = ["objective.likelihood", (c) => c.objective.likelihood === "bernoulli"];
const isStable: Rule = ["objective.sigmoid", (c) => c.objective.sigmoid === "stable"];
const isAutoencoder: Rule = ["objective.sampling", (c) => !c.objective.sampling];
const isSgd: Rule = ["optimizer.kind", (c) => c.optimizer.kind === "sgd"];

const rules: Partial<Record<FieldPath, readonly Rule[]>> = {
  "data.crop": [["data.size", (c) => c.data.size === "stored"]],
  "objective.noise": [isBernoulli],
  "objective.noiseSigma": [isBernoulli, ["objective.noise", (c) => c.objective.noise === "mse"]],
  "objective.guard": [isGaussian, isStable],
  "objective.guardEpsilon": [
    isGaussian,
    isStable,
    ["objective.guard", (c) => c.objective.guard === "none" || c.objective.guard === "clampLog"],
  ],
  "objective.klReduction": [isAutoencoder],
  "objective.klHalf": [isAutoencoder],
  "objective.beta": [isAutoencoder],
  "objective.annealing": [isAutoencoder],
  "objective.annealingSteps": [
    isAutoencoder,
    ["objective.annealing", (c) => c.objective.annealing === "constant"],
  ],
  "objective.freeBits": [isAutoencoder],
  "objective.sigma": [isAutoencoder],
  "optimizer.scheduleSteps": [["optimizer.schedule", (c) => c.optimizer.schedule === "constant"]],
  "optimizer.scheduleFactor": [
    [
      "optimizer.schedule",
      (c) => c.optimizer.schedule === "constant" || c.optimizer.schedule === "warmup",
    ],
  ],
  "optimizer.epsilon": [isSgd],
  "optimizer.epsilonPlacement": [["optimizer.kind", (c) => c.optimizer.kind !== "adam"]],
  "optimizer.decay": [isSgd],
  "training.patience": [["training.validation", (c) => c.training.validation === "never"]],
  "training.restoreBest": [
    ["training.validation", (c) => c.training.validation === "never"],
    ["training.patience", (c) => c.training.patience === 0],
  ],
};

/** The field whose choice makes `path` do nothing; null while it does something. */
export function idleBecause(path: FieldPath, config: ExperimentConfig): IdleBecause | null {
  return rules[path]?.find(([, idle]) => idle(config))?.[0] ?? null;
}

export function isIdle(path: FieldPath, config: ExperimentConfig): boolean {
  return idleBecause(path, config) !== null;
}
