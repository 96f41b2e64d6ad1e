/**
 * The reconstruction term as each objective writes it, from the values l of the linear output layer,
 * with its gradient there: what single-precision autograd makes of the formula, infinities and all.
 * Called inside a scope.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { gaussianLoss } from "#/engine/reference/objective/gaussian.ts";
import { guardedLoss } from "#/engine/reference/objective/guarded.ts";
import {
  abs,
  log,
  mul,
  relu,
  sigmoid,
  sub,
  sum,
  type Tensor,
} from "#/engine/tf.ts";

/** Sums are written out: tfjs's loss helpers average over pixels or clip. */
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

/** `logSigma` [1] of a learnt Gaussian, else null. */
export function pixelLoss(
  objective: ObjectiveSpec,
  l: Tensor,
  images: Tensor,
  logSigma: Tensor | null,
): PixelLoss {
  if (objective.likelihood === "gaussian") return gaussianLoss(objective, l, images, logSigma);
  switch (objective.sigmoid) {
    case "stable":
      return {
        reconstruction: stableCrossEntropy(l, images),
        gradient: () => sub(sigmoid(l), images),
        gradientFactor: 1,
        logSigmaGradient: null,
      };
    case "output":
    case "loss":
      return guardedLoss(objective, l, images);
    case "twice": {
      const once = sigmoid(l);
      const loss = guardedLoss(objective, once, images);
      const slope = () => mul(once, sub(1, once));
      return { ...loss, gradient: () => mul(loss.gradient(), slope()) };
    }
  }
}

/**
 * Σ max(l, 0) − l·x + log(1 + e^−|l|) per image, the last as −log sigmoid(|l|): one logarithm of a
 * number in [½, 1], off by 6e-8 a pixel at most, in half the time of exp and log1p on wasm. [batch]
 */
export function stableCrossEntropy(l: Tensor, images: Tensor): Tensor {
  const likelier = sigmoid(abs(l));
  return sum(sub(sub(relu(l), mul(l, images)), log(likelier)), 1);
}
