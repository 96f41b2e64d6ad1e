/**
 * Lessons as data. A chapter is one to three small experiments and the steps through them; a step
 * says what to show, what to ask, and what counts as done. Words are not here: they stand under the
 * ids in i18n. Goals are predicates over plain facts of the runs, so they can be tested without a
 * page; they never hold anybody up.
 */
import type { ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import type { Mode } from "#/core/route.ts";

/** What a step can show of a lane: parts of the page, made by app/lessons. */
export const laneViews = [
  "plane",
  "image",
  "strip",
  "curves",
  "klBars",
  "samples",
  "grid",
  "slow",
  "epsilon",
  "beta",
] as const;
export type LaneView = (typeof laneViews)[number];

/** Drawings that need no run: a formula one can take hold of. */
export const drawings = ["pointKl", "tangent", "pair", "logit"] as const;
export type Drawing = (typeof drawings)[number];

/** Layers of the plane a step turns on as it opens. */
export type StepLayer = "density" | "landscape" | "prior";

/** Formulas of the text, rendered while building. */
export const lessonFormulas = [
  "autoencoderLoss",
  "elbo",
  "reparameterisation",
  "pathGradient",
  "pointKl",
  "tangent",
  "pairKl",
  "landscape",
  "aggregate",
  "betaLoss",
  "bernoulliMean",
  "quantileGrid",
  "threeForms",
  "stableForm",
] as const;
export type LessonFormula = (typeof lessonFormulas)[number];

/** Views of some lanes; two lanes stand side by side. */
export interface Showing {
  /** Indices into the chapter's lanes; all when it is "all". */
  readonly lanes: readonly number[] | "all";
  readonly views: readonly LaneView[];
}

export interface Goal {
  readonly id: string;
  readonly met: (facts: LessonFacts) => boolean;
}

export interface Step {
  /** Unique among all chapters: its words stand under it. */
  readonly id: string;
  readonly shows: Showing;
  readonly drawing: Drawing | null;
  readonly formula: LessonFormula | null;
  readonly layers: readonly StepLayer[];
  /** Asked before the answer is uncovered; the id of the words, null for none. */
  readonly question: string | null;
  readonly goal: Goal | null;
  /** Where one can go on outside the lesson. */
  readonly onward: { readonly mode: Mode; readonly topic: string | null } | null;
}

export interface LessonLane {
  /** The id of its name in words. */
  readonly id: string;
  readonly preset: PresetId;
  readonly patch: ExperimentPatch;
}

export interface Chapter {
  readonly id: string;
  /** Of a reader who does what is asked. */
  readonly minutes: number;
  readonly lanes: readonly LessonLane[];
  readonly steps: readonly Step[];
}

/** A lane as goals see it. */
export interface LaneFacts {
  readonly running: boolean;
  readonly step: number;
  readonly epoch: number;
  readonly latent: number;
  /** β of the loss as it is now, before any annealing. */
  readonly beta: number;
  /** Of the newest preview over its test points, nats per image; null before the first. */
  readonly reconstruction: number | null;
  readonly kl: number | null;
  /** Dimensions whose μ varies by more than 0.01 over the test points; null before the first preview. */
  readonly activeUnits: number | null;
}

/** What the reader's own hand has done since the step was opened. */
export interface Deeds {
  /** z brought somewhere by hand: least and greatest of each coordinate; null while untouched. */
  readonly visited: {
    readonly least: readonly number[];
    readonly most: readonly number[];
  } | null;
  /** Test images looked at closely (pinned). */
  readonly pinned: number;
  /** Places pinned on the plane. */
  readonly pins: number;
  /** New z drawn for the samples. */
  readonly samples: number;
  readonly epsilonDraws: number;
  /** Highest phase of slow motion seen, 1 … 7; 0 for none. */
  readonly phase: number;
  /** Whether the plane was looked at in Φ(z). */
  readonly warped: boolean;
  /** The Gaussian last set by hand; null while untouched. */
  readonly gaussian: GaussianPoint | null;
  /** λ visited on the curve of e^λ: least and greatest; null while untouched. */
  readonly exponent: { readonly least: number; readonly most: number } | null;
  /** The two Gaussians last set by hand: q and p; null while untouched. */
  readonly pair: { readonly q: GaussianPoint; readonly p: GaussianPoint } | null;
  /** The logit last looked at, and the target beside it; null while untouched. */
  readonly logit: { readonly logit: number; readonly target: number } | null;
}

/** One dimension: mean and log σ². */
export interface GaussianPoint {
  readonly mean: number;
  readonly logVariance: number;
}

export interface LessonFacts {
  /** In the chapter's order; at least one. */
  readonly lanes: readonly LaneFacts[];
  /** The latent point in hand, of the first lane. */
  readonly z: readonly number[];
  readonly deeds: Deeds;
}

export const noDeeds: Deeds = {
  visited: null,
  pinned: 0,
  pins: 0,
  samples: 0,
  epsilonDraws: 0,
  phase: 0,
  warped: false,
  gaussian: null,
  exponent: null,
  pair: null,
  logit: null,
};
