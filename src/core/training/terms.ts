/** The numbers training and evaluation report. Nats per image, summed over pixels, unless said otherwise. */
import type { EngineKind } from "#/core/backend/engine.ts";

/**
 * total = reconstruction + weight · kl, the mean over a batch. Per image the weight is the effective β
 * (core/objective/convention.ts); in the training convention the terms are as the system writes them
 * and the weight is β.
 */
export interface LossTerms {
  readonly total: number;
  readonly reconstruction: number;
  readonly kl: number;
}

/** Named tensors in row-major order; names as in `ResolvedVae.parameters`. */
export type Weights = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
>;

/** One recorded training step; test terms where the step was evaluated too. */
export interface MetricPoint {
  /** 1 for the first step taken. */
  readonly step: number;
  /** Images seen so far / size of the training set. */
  readonly epoch: number;
  readonly imagesSeen: number;
  readonly train: LossTerms;
  /** In the training convention: what the optimiser saw. */
  readonly loss: LossTerms;
  readonly test: LossTerms | null;
  /** β after annealing. */
  readonly beta: number;
  readonly learningRate: number;
}

export interface TrainSummary {
  readonly step: number;
  readonly epoch: number;
  /** Mean over the steps of this call, in the training convention. */
  readonly loss: LossTerms;
  readonly perImage: LossTerms;
  readonly seconds: number;
  readonly msPerStep: number;
  readonly backend: string;
  readonly engine: EngineKind;
}

/** Mean and variance of z ~ q(z) per dimension, aggregated over the images. [latent] each */
export interface AggregatePosterior {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/** The importance-weighted bound (Burda et al., 2016), a tighter one on −log p(x). */
export interface ImportanceBound {
  /** z drawn for each image. */
  readonly samples: number;
  /** Images it was computed on, the first of the evaluated ones. */
  readonly images: number;
  /** −log (1/k) Σ w, nats per image. */
  readonly negativeBound: number;
  /** Standard error of that mean over images. */
  readonly standardError: number;
}

/** Why there is no figure in bits per dimension. */
export type NoBitsReason = "grey-pixels" | "standardised-pixels" | "autoencoder" | "gaussian";

/**
 * Held-out figures, one seeded z an image, for the distribution really sampled. `reconstruction` is
 * the Bernoulli cross-entropy of the displayed pixels, so that all systems compare.
 */
export interface Evaluation {
  readonly images: number;
  /** False while it is still being measured, or when it was stopped. */
  readonly complete: boolean;
  readonly reconstruction: number;
  readonly kl: number;
  /** Null for an autoencoder, which has no bound. */
  readonly negativeElbo: number | null;
  /** [latent], sums to `kl`. */
  readonly klPerDimension: Float32Array;
  /** Dimensions whose μ varies by more than 0.01 (variance) over the evaluated images. */
  readonly activeUnits: number;
  /** As the system writes them. */
  readonly trainingLoss: LossTerms;
  /** A Gaussian model's own likelihood: σ² is its mean squared error a pixel. Else null. */
  readonly gaussian: { readonly negativeLogLikelihood: number; readonly sigma: number } | null;
  readonly iwae: ImportanceBound | null;
  /** −ELBO / (D ln 2), for binary pixels alone. */
  readonly bitsPerDimension: number | null;
  readonly bitsPerDimensionReason: NoBitsReason | null;
  /** Mean over pixels of the s.d. across 1,000 decoded prior samples. */
  readonly diversity: number;
  readonly aggregatePosterior: AggregatePosterior;
}
