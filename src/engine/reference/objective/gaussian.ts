/** Squared error and the Gaussian likelihoods, with their gradients. Called inside a scope. */
import { outputForm } from "#/core/objective/output.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { PixelLoss } from "#/engine/reference/objective/pixelLoss.ts";
import { add, exp, mul, sigmoid, square, sub, sum, type Tensor } from "#/engine/tf.ts";

/** `logSigma` [1] where it is learnt. */
export function gaussianLoss(
  objective: ObjectiveSpec,
  l: Tensor,
  images: Tensor,
  logSigma: Tensor | null,
): PixelLoss {
  const squashed = outputForm(objective) === "logit";
  const mean = squashed ? sigmoid(l) : l;
  const error = sub(mean, images);
  const squares = sum(square(error), 1);
  /** ∂/∂l of half the sum of squares. */
  const slope = () => (squashed ? mul(error, mul(mean, sub(1, mean))) : error);
  const pixels = l.size / squares.size;
  switch (objective.noise) {
    case "mse":
      return {
        reconstruction: squares,
        gradient: slope,
        gradientFactor: 2,
        logSigmaGradient: null,
      };
    case "fixed": {
      const precision = objective.noiseSigma ** -2;
      const constant = pixels * (Math.log(objective.noiseSigma) + halfLogTau);
      return {
        reconstruction: add(mul(squares, precision / 2), constant),
        gradient: slope,
        gradientFactor: precision,
        logSigmaGradient: null,
      };
    }
    case "learnt":
      if (logSigma === null) throw new Error("no σ to learn");
      return learntSigma(squares, slope, pixels, logSigma);
  }
}

const halfLogTau = Math.log(2 * Math.PI) / 2;

/** Rybkin et al., 2021: one σ for all pixels. */
function learntSigma(
  squares: Tensor,
  slope: () => Tensor,
  pixels: number,
  logSigma: Tensor,
): PixelLoss {
  const precision = exp(mul(logSigma, -2));
  const scaled = mul(squares, precision);
  return {
    reconstruction: add(mul(scaled, 0.5), mul(add(logSigma, halfLogTau), pixels)),
    gradient: () => mul(slope(), precision),
    gradientFactor: 1,
    logSigmaGradient: () => sum(sub(pixels, scaled), 0, true),
  };
}
