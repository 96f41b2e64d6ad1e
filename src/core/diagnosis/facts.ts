/**
 * What a diagnosis goes by: numbers the trainer reports anyway, gathered into the few that tell.
 * Reads plain arrays; knows no rules.
 */
import { type Curves, WINDOW, mean } from "#/core/diagnosis/curves.ts";
import { type SinceBest, sinceBest } from "#/core/diagnosis/sinceBest.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { Landmarks } from "#/core/metrics/landmarks.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import type { LossTerms } from "#/core/training/terms.ts";

/** A unit is active when the mean it gives varies by more than this over the images. */
const ACTIVE_VARIANCE = 0.01;

/** The newest picture of the model. */
export interface Picture {
  readonly step: number;
  readonly test: LossTerms;
  readonly meanVariance: ArrayLike<number>;
  readonly points: {
    readonly mean: Float32Array;
    readonly logVariance: Float32Array;
  };
  /** As displayed, 8 bits. */
  readonly strip: Uint8Array;
  readonly stripFigure: { readonly low: number; readonly high: number } | null;
}

/** Means over a window of steps. */
export interface Means {
  readonly reconstruction: number;
  readonly kl: number;
  readonly total: number;
  readonly lossTotal: number;
}

export interface TestFacts {
  /** Nats per image of the distribution really sampled; their sum is −ELBO. */
  readonly reconstruction: number;
  readonly kl: number;
  readonly active: number;
  /** S.d. of z ~ q(z), the mean over active dimensions (all of them for an autoencoder). */
  readonly spread: number;
  /** Darkest and lightest displayed pixel of the strip, in [0, 1]. */
  readonly pixels: readonly [low: number, high: number];
  /** The range an autoscaled figure was drawn in. */
  readonly figure: { readonly low: number; readonly high: number } | null;
}

export interface Facts {
  readonly config: ExperimentConfig;
  readonly step: number;
  readonly epoch: number;
  /** Weight of KL in nats per image at the newest step. */
  readonly effectiveBeta: number;
  /** False while annealing has not brought β to what is asked for. */
  readonly fullBeta: boolean;
  readonly landmarks: Landmarks;
  readonly recent: Means;
  /** As many steps before those; null so early in a run, or where β changed between. */
  readonly before: Means | null;
  /** The lowest mean total of a window since β last changed. */
  readonly lowest: number;
  readonly test: TestFacts | null;
  /** How the test total went since its best: null before there is enough to tell. */
  readonly sinceBest: SinceBest | null;
}

export interface Subject {
  readonly config: ExperimentConfig;
  readonly pixels: number;
  readonly imagesPerEpoch: number;
  readonly landmarks: Landmarks;
}

/** Null before the first full window of steps. */
export function gatherFacts(
  { config, pixels, imagesPerEpoch, landmarks }: Subject,
  curves: Curves,
  picture: Picture | null,
): Facts | null {
  const end = curves.length;
  if (end < WINDOW) return null;
  const beta = curves.beta[end - 1] ?? config.objective.beta;
  const convention = conventionOf(config.objective, {
    pixels,
    latent: config.model.latent,
    batch: config.training.batch,
  });
  const steady = steadyFrom(curves);
  const earlier = end - 2 * WINDOW;
  return {
    config,
    step: curves.steps[end - 1] ?? 0,
    epoch: (curves.imagesSeen[end - 1] ?? 0) / imagesPerEpoch,
    effectiveBeta: effectiveBeta(convention, beta),
    fullBeta: beta >= 0.99 * config.objective.beta,
    landmarks,
    recent: meansOf(curves, end - WINDOW, end),
    before: earlier >= steady ? meansOf(curves, earlier, earlier + WINDOW) : null,
    lowest: lowestMean(curves, steady),
    test: picture === null ? null : testFacts(config, picture),
    sinceBest: sinceBest(curves),
  };
}

function meansOf(curves: Curves, from: number, to: number): Means {
  return {
    reconstruction: mean(curves.reconstruction, from, to),
    kl: mean(curves.kl, from, to),
    total: mean(curves.total, from, to),
    lossTotal: mean(curves.lossTotal, from, to),
  };
}

/** Index of the first step of the newest stretch with one β. */
function steadyFrom({ beta, length }: Curves): number {
  let from = length - 1;
  while (from > 0 && beta[from - 1] === beta[length - 1]) from--;
  return from;
}

function lowestMean(curves: Curves, from: number): number {
  let lowest = Infinity;
  for (let at = from; at + WINDOW <= curves.length; at += WINDOW) {
    lowest = Math.min(lowest, mean(curves.total, at, at + WINDOW));
  }
  return lowest;
}

function testFacts({ objective, model }: ExperimentConfig, picture: Picture): TestFacts {
  const { test, meanVariance, points, strip, stripFigure } = picture;
  const dimensions = Array.from({ length: model.latent }, (_, j) => j);
  const active = dimensions.filter((j) => (meanVariance[j] ?? 0) > ACTIVE_VARIANCE);
  const counted = objective.sampling ? active : dimensions;
  const spread = counted.map((j) => {
    const noise = objective.sampling ? meanPosteriorVariance(points, model.latent, j) : 0;
    return Math.sqrt((meanVariance[j] ?? 0) + noise);
  });
  let low = 255;
  let high = 0;
  for (const pixel of strip) {
    low = Math.min(low, pixel);
    high = Math.max(high, pixel);
  }
  return {
    reconstruction: test.reconstruction,
    kl: test.kl,
    active: active.length,
    spread: spread.reduce((sum, sd) => sum + sd, 0) / spread.length,
    pixels: [low / 255, high / 255],
    figure: stripFigure,
  };
}

/** Mean over the points of σ² in one dimension. */
function meanPosteriorVariance(points: Picture["points"], latent: number, j: number): number {
  let sum = 0;
  for (let i = j; i < points.logVariance.length; i += latent) {
    sum += Math.exp(points.logVariance[i] ?? 0);
  }
  return (sum * latent) / points.logVariance.length;
}
