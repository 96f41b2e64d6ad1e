/**
 * Cross-entropy of p = sigmoid(s) by taking logarithms of p and 1 − p, with what keeps log 0 away.
 * In single precision p is 1 from s ≈ 17 up, so every guard shows there. Called inside a scope.
 */
import { lowestLog } from "#/core/objective/pixelLoss.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { keepingNaN } from "#/engine/reference/objective/clip.ts";
import { logarithm } from "#/engine/reference/objective/logarithm.ts";
import type { PixelLoss } from "#/engine/reference/objective/pixelLoss.ts";
import {
  abs,
  add,
  clipByValue,
  div,
  mul,
  neg,
  sigmoid,
  step,
  sub,
  sum,
  type Tensor,
} from "#/engine/tf.ts";

type Guarded = Pick<ObjectiveSpec, "guard" | "guardEpsilon">;

/** Gradients are with respect to s. */
export function guardedLoss(objective: Guarded, s: Tensor, images: Tensor): PixelLoss {
  const p = sigmoid(s);
  const loss =
    objective.guard === "clampLog" ? clampedLogs(p, images) : plainLogs(objective, p, images);
  return { ...loss, gradientFactor: 1, logSigmaGradient: null };
}

/**
 * PyTorch's BCELoss: no logarithm below −100, and a gradient of its own, (p − x)/max(p(1 − p), 1e-12)
 * times the sigmoid's p(1 − p).
 */
function clampedLogs(p: Tensor, images: Tensor) {
  const q = sub(1, p);
  const [logP, logQ] = [
    clipByValue(logarithm(p), lowestLog, 0),
    clipByValue(logarithm(q), lowestLog, 0),
  ];
  const terms = add(logQ, mul(images, sub(logP, logQ)));
  return {
    reconstruction: neg(sum(keepingNaN(terms, p), 1)),
    gradient: () => mul(sub(p, images), clipByValue(mul(mul(p, q), 1e12), 0, 1)),
  };
}

/** −(x·log a + (1 − x)·log b) with a and b what the guard makes of p and 1 − p, and its derivative. */
function plainLogs(objective: Guarded, p: Tensor, images: Tensor) {
  const { a, b, passes } = guardedArguments(objective, p);
  const rest = sub(1, images);
  const terms = add(mul(images, logarithm(a)), mul(rest, logarithm(b)));
  return {
    reconstruction: neg(sum(terms, 1)),
    gradient: () => {
      const slope = mul(sub(div(rest, b), div(images, a)), mul(p, sub(1, p)));
      return passes === null ? slope : mul(slope, passes());
    },
  };
}

interface Arguments {
  readonly a: Tensor;
  readonly b: Tensor;
  /** 1 where the gradient reaches p, 0 where it does not; null where it always does. */
  readonly passes: (() => Tensor) | null;
}

function guardedArguments({ guard, guardEpsilon }: Guarded, p: Tensor): Arguments {
  switch (guard) {
    case "none":
      return { a: p, b: sub(1, p), passes: null };
    case "additive":
      // As a constant of single precision the bracket is 1 for any ε₀ below 6e-8.
      return { a: add(p, guardEpsilon), b: sub(Math.fround(guardEpsilon + 1), p), passes: null };
    case "additiveLast":
      return { a: add(p, guardEpsilon), b: add(sub(1, p), guardEpsilon), passes: null };
    case "clip": {
      const bounded = clipByValue(p, Math.fround(guardEpsilon), Math.fround(1 - guardEpsilon));
      const clipped = keepingNaN(bounded, p);
      // TensorFlow's gradient of a clip: 1 on the bounds too. A step is cheaper than a comparison.
      return { a: clipped, b: sub(1, clipped), passes: () => sub(1, step(abs(sub(p, clipped)))) };
    }
    case "clampLog":
      throw new Error("its logarithms are clamped, not their arguments");
  }
}
