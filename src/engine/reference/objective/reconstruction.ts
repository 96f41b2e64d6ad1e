/**
 * The reconstruction term as each objective writes it, from the values l of the linear output layer,
 * with its gradient there: what single-precision autograd makes of the formula, infinities and all.
 * Sums are written out: tfjs's loss helpers average over pixels or clip. Called inside a scope.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { stableCrossEntropy } from "#/engine/reference/objective/crossEntropy.ts";
import { gaussianLoss } from "#/engine/reference/objective/gaussian.ts";
import { guardedLoss } from "#/engine/reference/objective/guarded.ts";
import type { PixelLoss } from "#/engine/reference/objective/pixelLoss.ts";
import { mul, sigmoid, sub, type Tensor } from "#/engine/tf.ts";

/** `logSigma` [1] of a learnt Gaussian, else null. */
export function reconstructionLoss(
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
