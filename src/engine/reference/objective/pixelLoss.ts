/** What a likelihood makes of one batch: the reconstruction term and where its gradient enters. */
import type { Tensor } from "#/engine/tf.ts";

export interface PixelLoss {
  /** Of each image, summed over pixels. [batch] */
  readonly reconstruction: Tensor;
  /** ∂/∂l of the batch's sum, divided by `gradientFactor`. [batch × D] */
  readonly gradient: () => Tensor;
  /** A constant that the optimiser multiplies in, which saves a pass over the pixels. */
  readonly gradientFactor: number;
  /** ∂/∂(log σ) of the batch's sum, for a learnt Gaussian. [1] */
  readonly logSigmaGradient: (() => Tensor) | null;
}
