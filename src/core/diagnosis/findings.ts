/**
 * What a good colleague would say of a run. A finding names its numbers, its cause and the setting
 * that mends it; the sentences are i18n keys, `learning.findings.<id>`, `learning.causes.<cause>`
 * and `learning.cures.<cure>`.
 */
import type { FieldPath } from "#/core/experiment/fields.ts";

/** The most serious first: of several, the page tells the first. */
export const findingIds = [
  "diverging",
  "standardised",
  "sigmoidTwice",
  "displayTwice",
  "displayAutoscaled",
  "displayClamped",
  "collapsedToMean",
  "collapsed",
  "codesUnbound",
  "sigmaNotBound",
  "reconstructionDominates",
  "klDominates",
  "spreadWide",
  "spreadNarrow",
  "overfitting",
  "partlyCollapsed",
  "weightedLoss",
  "atFloor",
  "klRising",
] as const;
export type FindingId = (typeof findingIds)[number];

/** "wrong": what comes out misleads. "caution": it could be better. "good": as it should be. */
export type Severity = "wrong" | "caution" | "good";

/** Why, where the finding alone does not say it. */
export type CauseId = "weight";

/** What mends it, and where. */
export const cures = {
  lowerRate: "optimizer.learningRate",
  otherPixels: "data.pixels",
  sigmoidOnce: "objective.sigmoid",
  showProbabilities: "objective.display",
  sumPixels: "objective.reconstructionReduction",
  sumDimensions: "objective.klReduction",
  lowerBeta: "objective.beta",
  raiseBeta: "objective.beta",
  anneal: "objective.annealing",
  sample: "objective.sampling",
  halveExponent: "objective.sigma",
  stopEarlier: "training.validation",
  fewerDimensions: "model.latent",
} as const satisfies Record<string, FieldPath>;
export type CureId = keyof typeof cures;

export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  /** Numbers of the sentences: nats per image unless said otherwise there. */
  readonly values: Readonly<Record<string, number>>;
  readonly cause: CauseId | null;
  /** Null where nothing needs mending. */
  readonly cure: CureId | null;
  /** The setting that mends it. */
  readonly field: FieldPath | null;
}
