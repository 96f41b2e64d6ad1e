/**
 * What one pixel costs, in double precision: as each objective writes it, and on the one scale on
 * which all systems compare. The oracle's terms; single precision, where the guards differ most, is
 * the engine's.
 */
import { bernoulliTerm } from "#/core/objective/bernoulli.ts";
import { outputForm, pixelOf } from "#/core/objective/output.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

/** PyTorch's BCELoss lets no logarithm below it. */
export const lowestLog = -100;

/** Bounds of p where it is scored as a probability without being one. */
export const pixelBound = 1e-7;

/** Of a pixel x and the output layer's value l, nats. `logSigma` counts for a learnt Gaussian alone. */
export function writtenPixelLoss(
  objective: ObjectiveSpec,
  l: number,
  x: number,
  logSigma: number,
): number {
  const p = pixelOf(objective, l);
  if (objective.likelihood === "gaussian") return gaussianLoss(objective, x - p, logSigma);
  if (objective.sigmoid === "stable") return bernoulliTerm(l, x);
  const [logP, logQ] = guardedLogs(objective, p);
  return -(x * logP + (1 - x) * logQ);
}

/** Bernoulli cross-entropy of the pixel that is displayed, nats. */
export function displayedPixelLoss(objective: ObjectiveSpec, l: number, x: number): number {
  if (outputForm(objective) === "logit") return bernoulliTerm(l, x);
  const p = Math.min(Math.max(pixelOf(objective, l), pixelBound), 1 - pixelBound);
  return -(x * Math.log(p) + (1 - x) * Math.log(1 - p));
}

function gaussianLoss({ noise, noiseSigma }: ObjectiveSpec, error: number, learnt: number): number {
  if (noise === "mse") return error * error;
  const logSigma = noise === "learnt" ? learnt : Math.log(noiseSigma);
  return (error * error) / (2 * Math.exp(2 * logSigma)) + logSigma + Math.log(2 * Math.PI) / 2;
}

/** log p and log(1 − p) as guarded; constants are rounded as single precision has them. */
export function guardedLogs(
  { guard, guardEpsilon: epsilon }: Pick<ObjectiveSpec, "guard" | "guardEpsilon">,
  p: number,
): readonly [logP: number, logQ: number] {
  switch (guard) {
    case "none":
      return [Math.log(p), Math.log(1 - p)];
    case "additive":
      return [Math.log(epsilon + p), Math.log(Math.fround(epsilon + 1) - p)];
    case "additiveLast":
      return [Math.log(epsilon + p), Math.log(epsilon + (1 - p))];
    case "clip": {
      const clipped = Math.min(Math.max(p, Math.fround(epsilon)), Math.fround(1 - epsilon));
      return [Math.log(clipped), Math.log(1 - clipped)];
    }
    case "clampLog":
      return [Math.max(Math.log(p), lowestLog), Math.max(Math.log(1 - p), lowestLog)];
  }
}
