/** Factors that change over the steps: of β while it is annealed, and of the learning rate. */
import type { Annealing } from "#/core/objective/spec.ts";
import type { RateSchedule } from "#/core/training/optimizerSpec.ts";

/** How steep the S is: logistic(±this) at its ends, then stretched to run from 0 to 1 exactly. */
const steepness = 6;

/**
 * Factor on β of step `step`, counting from 0; [0, 1].
 * "linear" and "sigmoid" rise over `steps` steps and stay; "cyclical" starts again every `steps`
 * steps, rising over the first half of each (Fu et al., 2019, with R = ½).
 */
export function annealingFactor(kind: Annealing, steps: number, step: number): number {
  switch (kind) {
    case "constant":
      return 1;
    case "linear":
      return Math.min(step / steps, 1);
    case "sigmoid":
      return sShape(Math.min(step / steps, 1));
    case "cyclical":
      return Math.min(((step % steps) / steps) * 2, 1);
  }
}

/**
 * Factor on the learning rate of step `step`, counting from 0. The first step of a warm-up takes
 * 1/`steps` of the rate, not none.
 */
export function rateFactor(
  kind: RateSchedule,
  steps: number,
  factor: number,
  step: number,
): number {
  switch (kind) {
    case "constant":
      return 1;
    case "warmup":
      return Math.min((step + 1) / steps, 1);
    case "cosine": {
      const done = Math.min(step / steps, 1);
      return factor + ((1 - factor) * (1 + Math.cos(Math.PI * done))) / 2;
    }
    case "staircase":
      return factor ** Math.floor(step / steps);
    case "exponential":
      return factor ** (step / steps);
  }
}

function sShape(x: number): number {
  const logistic = (t: number) => 1 / (1 + Math.exp(-t));
  const low = logistic(-steepness);
  const high = logistic(steepness);
  return (logistic(steepness * (2 * x - 1)) - low) / (high - low);
}
