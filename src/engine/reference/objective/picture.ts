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
      const p = keepingNaN(clipByValue(l, pixelBound, 1 - pixelBound), l);
      const [logP, logQ] = [log(p), log(sub(1, p))];
      return neg(sum(add(logQ, mul(targets, sub(logP, logQ))), 1));
    }
  }
}
