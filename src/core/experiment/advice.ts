/**
 * Choices that do not go together, or do what their author will not expect. All of them are allowed,
 * because people learn from them; what is impossible is a fault (validate.ts). Sentences are i18n
 * keys, `setup.advice.<id>`.
 */
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";
import type { DatasetFacts } from "#/core/experiment/validate.ts";
import { preparedShape } from "#/core/data/prepared.ts";

export type AdviceId =
  | "gaussianGuard"
  | "gaussianUnsquashed"
  | "stableGuard"
  | "unguardedLog"
  | "vanishingGuard"
  | "sigmoidTwice"
  | "standardisedBernoulli"
  | "greyLikelihood"
  | "displayMisleads"
  | "meanAgainstSum"
  | "batchSumOnce"
  | "sigmaReadTwice"
  | "patienceUnused"
  | "restoreUnused"
  | "lastBatchOfOne";

/** "mistake": the result will mislead. "caution": it can go wrong. "note": good to know. */
export type AdviceSeverity = "mistake" | "caution" | "note";

export interface Advice {
  readonly id: AdviceId;
  readonly severity: AdviceSeverity;
  /** The fields it is about; it is shown at the first. */
  readonly fields: readonly [FieldPath, ...FieldPath[]];
  readonly values: Readonly<Record<string, number>>;
}

interface Facts extends DatasetFacts {
  readonly effectiveBeta: number;
}

interface Rule extends Omit<Advice, "values"> {
  readonly applies: (config: ExperimentConfig, facts: Facts) => boolean;
}

const bernoulli = ({ objective }: ExperimentConfig) => objective.likelihood === "bernoulli";
const gaussian = (config: ExperimentConfig) => !bernoulli(config);
const logarithms = (config: ExperimentConfig) =>
  bernoulli(config) && config.objective.sigmoid !== "stable";

/** A β that makes up for other sums and means leaves the weight of the KL term near 1. */
const isFarFromOne = (weight: number) => weight < 0.9 || weight > 1.1;

const rules: readonly Rule[] = [
  {
    id: "standardisedBernoulli",
    severity: "mistake",
    fields: ["data.pixels", "objective.likelihood"],
    applies: (c) => bernoulli(c) && c.data.pixels === "standardise",
  },
  {
    id: "sigmoidTwice",
    severity: "mistake",
    fields: ["objective.sigmoid"],
    applies: (c) => bernoulli(c) && c.objective.sigmoid === "twice",
  },
  {
    id: "meanAgainstSum",
    severity: "mistake",
    fields: ["objective.reconstructionReduction", "objective.klReduction"],
    applies: ({ objective: o }, { effectiveBeta: weight }) =>
      o.sampling &&
      o.reconstructionReduction === "mean" &&
      o.klReduction === "sum" &&
      o.beta > 0 &&
      isFarFromOne(weight),
  },
  {
    id: "batchSumOnce",
    severity: "mistake",
    fields: ["objective.reconstructionReduction", "objective.klReduction"],
    applies: ({ objective: o }, { effectiveBeta: weight }) =>
      o.sampling &&
      (o.reconstructionReduction === "batchSum") !== (o.klReduction === "batchSum") &&
      isFarFromOne(weight),
  },
  {
    id: "sigmaReadTwice",
    severity: "mistake",
    fields: ["objective.sigma"],
    applies: ({ objective }) => objective.sampling && objective.sigma === "exp(λ)",
  },
  {
    id: "displayMisleads",
    severity: "caution",
    fields: ["objective.display"],
    applies: ({ objective: o }) =>
      o.display === "sigmoidTwice" ||
      (o.display !== "sigmoid" && o.likelihood === "bernoulli" && o.sigmoid !== "output"),
  },
  {
    id: "gaussianGuard",
    severity: "note",
    fields: ["objective.guard", "objective.likelihood"],
    applies: (c) => gaussian(c) && c.objective.guard !== "none",
  },
  {
    id: "gaussianUnsquashed",
    severity: "caution",
    fields: ["objective.sigmoid", "objective.likelihood"],
    applies: (c) => gaussian(c) && c.objective.sigmoid !== "output",
  },
  {
    id: "stableGuard",
    severity: "note",
    fields: ["objective.guard", "objective.sigmoid"],
    applies: (c) =>
      bernoulli(c) && c.objective.sigmoid === "stable" && c.objective.guard !== "none",
  },
  {
    id: "unguardedLog",
    severity: "caution",
    fields: ["objective.guard", "objective.sigmoid"],
    applies: (c) => logarithms(c) && c.objective.guard === "none",
  },
  {
    id: "vanishingGuard",
    severity: "caution",
    fields: ["objective.guard", "objective.guardEpsilon"],
    applies: (c) =>
      logarithms(c) &&
      c.objective.guard === "additive" &&
      Math.fround(1 + c.objective.guardEpsilon) === 1,
  },
  {
    id: "greyLikelihood",
    severity: "note",
    fields: ["data.pixels"],
    applies: (c) => bernoulli(c) && c.data.pixels === "grey",
  },
  {
    id: "patienceUnused",
    severity: "caution",
    fields: ["training.patience", "training.validation"],
    applies: ({ training }) => training.patience > 0 && training.validation === "never",
  },
  {
    id: "restoreUnused",
    severity: "note",
    fields: ["training.restoreBest", "training.patience"],
    applies: ({ training }) => training.restoreBest && training.patience === 0,
  },
  {
    id: "lastBatchOfOne",
    severity: "caution",
    fields: ["training.lastBatch", "training.batch"],
    applies: ({ data, model, training }, { train }) =>
      training.lastBatch === "keep" &&
      Math.min(train, data.trainLimit ?? train) % training.batch === 1 &&
      [...model.encoder, ...model.decoder].some((block) => block.batchNorm !== undefined),
  },
];

const rank: Readonly<Record<AdviceSeverity, number>> = { mistake: 0, caution: 1, note: 2 };

/** The gravest first. */
export function adviceFor(config: ExperimentConfig, dataset: DatasetFacts): readonly Advice[] {
  const [height, width, channels] = preparedShape(dataset.shape, config.data);
  const pixels = height * width * channels;
  const sizes = { pixels, latent: config.model.latent, batch: config.training.batch };
  const convention = conventionOf(config.objective, sizes);
  const values = { effectiveBeta: effectiveBeta(convention, config.objective.beta), pixels };
  return rules
    .filter(({ applies }) => applies(config, { ...dataset, ...values }))
    .map(({ id, severity, fields }) => ({ id, severity, fields, values }))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}
