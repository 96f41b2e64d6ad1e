/** The numbers training and evaluation report. All in nats per image, summed over pixels. */

/** total = reconstruction + β · kl, the mean over a batch. */
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
  readonly test: LossTerms | null;
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
  readonly engine: "compiled" | "reference";
}

/** Held-out figures, one seeded z an image. */
export interface Evaluation {
  readonly images: number;
  readonly reconstruction: number;
  readonly kl: number;
  readonly negativeElbo: number;
  /** [latent], sums to `kl`. */
  readonly klPerDimension: Float32Array;
  /** Dimensions whose μ varies by more than 0.01 (variance) over the evaluated images. */
  readonly activeUnits: number;
  readonly trainingLoss: LossTerms;
  /** Mean over pixels of the s.d. across 1,000 decoded prior samples. */
  readonly diversity: number;
  /** Mean and variance of z ~ q(z) per dimension, aggregated over the images. */
  readonly aggregatePosterior: { readonly mean: Float32Array; readonly variance: Float32Array };
}
