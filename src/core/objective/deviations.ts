/**
 * In what an objective differs from the ELBO of Kingma & Welling, 2014: reconstruction summed over
 * pixels plus ½ Σ (μ² + e^λ − 1 − λ), both as means over the batch. Sentences are i18n keys,
 * `setup.deviations.<id>`.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

export type DeviationId =
  | "noSampling"
  | "sigmaExp"
  | "sigmoidTwice"
  | "squaredError"
  | "reconstructionMean"
  | "reconstructionBatchSum"
  | "klMean"
  | "klBatchSum"
  | "klWithoutHalf"
  | "beta"
  | "annealing"
  | "freeBits"
  | "guard";

/**
 * What it does to the minimum. "bound": the loss is no bound on −log p(x) any more. "weight": it is
 * that of another β. "units": the same, in other units. "digits": the same but for rounding.
 */
export type DeviationEffect = "bound" | "weight" | "units" | "digits";

export interface Deviation {
  readonly id: DeviationId;
  /** The setting that makes it: a field of the experiment's objective. */
  readonly field: keyof ObjectiveSpec;
  readonly effect: DeviationEffect;
}

interface Rule extends Deviation {
  readonly applies: (objective: ObjectiveSpec) => boolean;
}

const logarithms = (o: ObjectiveSpec) => o.likelihood === "bernoulli" && o.sigmoid !== "stable";

const rules: readonly Rule[] = [
  { id: "noSampling", field: "sampling", effect: "bound", applies: (o) => !o.sampling },
  {
    id: "sigmaExp",
    field: "sigma",
    effect: "bound",
    applies: (o) => o.sampling && o.sigma === "exp(λ)",
  },
  {
    id: "sigmoidTwice",
    field: "sigmoid",
    effect: "bound",
    applies: (o) => logarithms(o) && o.sigmoid === "twice",
  },
  {
    id: "squaredError",
    field: "noise",
    effect: "weight",
    applies: (o) => o.likelihood === "gaussian" && o.noise === "mse",
  },
  {
    id: "reconstructionMean",
    field: "reconstructionReduction",
    effect: "weight",
    applies: (o) => o.reconstructionReduction === "mean",
  },
  {
    id: "reconstructionBatchSum",
    field: "reconstructionReduction",
    effect: "units",
    applies: (o) => o.reconstructionReduction === "batchSum",
  },
  {
    id: "klMean",
    field: "klReduction",
    effect: "weight",
    applies: (o) => o.sampling && o.klReduction === "mean",
  },
  {
    id: "klBatchSum",
    field: "klReduction",
    effect: "units",
    applies: (o) => o.sampling && o.klReduction === "batchSum",
  },
  {
    id: "klWithoutHalf",
    field: "klHalf",
    effect: "weight",
    applies: (o) => o.sampling && !o.klHalf,
  },
  {
    id: "beta",
    field: "beta",
    effect: "weight",
    applies: (o) => o.sampling && o.beta !== 1,
  },
  {
    id: "annealing",
    field: "annealing",
    effect: "weight",
    applies: (o) => o.sampling && o.annealing !== "constant",
  },
  {
    id: "freeBits",
    field: "freeBits",
    effect: "bound",
    applies: (o) => o.sampling && o.freeBits > 0,
  },
  {
    id: "guard",
    field: "guard",
    effect: "digits",
    applies: (o) => logarithms(o) && o.guard !== "none",
  },
];

/** What changes the minimum most, first. */
export function deviationsOf(objective: ObjectiveSpec): readonly Deviation[] {
  return rules
    .filter(({ applies }) => applies(objective))
    .map(({ id, field, effect }) => ({ id, field, effect }));
}
