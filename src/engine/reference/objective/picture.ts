/** What the values l of the output layer show, and what that scores. Called inside a scope. */
import { endsInSigmoid, outputForm } from "#/core/objective/output.ts";
import { pixelBound } from "#/core/objective/pixelLoss.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { keepingNaN } from "#/engine/reference/objective/clip.ts";
import { stableCrossEntropy } from "#/engine/reference/objective/crossEntropy.ts";
import { add, clipByValue, log, mul, neg, sigmoid, sub, sum, type Tensor } from "#/engine/tf.ts";

/** p, the pixel's probability or mean as the loss means it. [batch × D] */
export function pixelsOf(objective: ObjectiveSpec, l: Tensor): Tensor {
  switch (outputForm(objective)) {
    case "logit":
      return sigmoid(l);
    case "squashedLogit":
      return sigmoid(sigmoid(l));
    case "mean":
      return l;
  }
}

/** The network's output. [batch × D] */
export function rawOf(objective: ObjectiveSpec, l: Tensor): Tensor {
  return endsInSigmoid(objective) ? sigmoid(l) : l;
}

/**
 * Bernoulli cross-entropy of the displayed pixels against `targets`, nats per image: from logits
 * where there are any. [batch]
 */
export function displayedCrossEntropy(
  objective: ObjectiveSpec,
  l: Tensor,
  targets: Tensor,
): Tensor {
  switch (outputForm(objective)) {
    case "logit":
      return stableCrossEntropy(l, targets);
    case "squashedLogit":
      return stableCrossEntropy(sigmoid(l), targets);
    case "mean": {
      // p and 1 − p are clipped each: 1 − (1 − 1e-7) is 1.2e-7 in single precision.
      const bounded = (x: Tensor) => keepingNaN(clipByValue(x, pixelBound, 1 - pixelBound), x);
      const [logP, logQ] = [log(bounded(l)), log(bounded(sub(1, l)))];
      return neg(sum(add(logQ, mul(targets, sub(logP, logQ))), 1));
    }
  }
}
