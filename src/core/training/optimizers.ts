/**
 * One update of each optimiser in double precision, as its definition reads: the oracle for the
 * engines' updates.
 */
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";

export type UpdateRule = Pick<
  OptimizerSpec,
  "kind" | "epsilon" | "epsilonPlacement" | "decay" | "momentum"
>;

/** `first`: Adam's mean of gradients, else the velocity. `second`: the mean square. */
export interface Moments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Step `step` (1 for the first) on `weights`, in place, moments too. */
export function referenceUpdate(
  weights: Float64Array,
  gradient: ArrayLike<number>,
  moments: Moments,
  step: number,
  settings: UpdateRule & { readonly learningRate: number },
): void {
  for (let i = 0; i < weights.length; i++) {
    const g = gradient[i] ?? 0;
    const change = updateEntry(moments, i, g, step, settings);
    weights[i] = (weights[i] ?? 0) - settings.learningRate * change;
  }
}

/** What gradients that are longer than `clip`, as one vector, are multiplied by; 1 for the others. */
export function clipFactor(gradients: readonly ArrayLike<number>[], clip: number): number {
  if (clip === 0) return 1;
  let squares = 0;
  for (const gradient of gradients) {
    for (let i = 0; i < gradient.length; i++) squares += (gradient[i] ?? 0) ** 2;
  }
  return clip / Math.max(Math.sqrt(squares), clip);
}

function updateEntry(
  moments: Moments,
  i: number,
  g: number,
  step: number,
  rule: UpdateRule,
): number {
  switch (rule.kind) {
    case "adam":
      return adam(moments, i, g, step, rule);
    case "rmsprop":
      return rmsprop(moments, i, g, rule);
    case "sgd":
      return velocity(moments, i, g, rule);
  }
}

/** Kingma & Ba, 2015, algorithm 1; "uncorrected" is the form at the end of its section 2. */
function adam(
  { first, second }: Moments,
  i: number,
  g: number,
  step: number,
  { momentum, decay, epsilon, epsilonPlacement }: UpdateRule,
): number {
  const m = momentum * (first[i] ?? 0) + (1 - momentum) * g;
  const v = decay * (second[i] ?? 0) + (1 - decay) * g * g;
  first[i] = m;
  second[i] = v;
  const [firstCorrection, secondCorrection] = [1 - momentum ** step, 1 - decay ** step];
  if (epsilonPlacement === "corrected") {
    return m / firstCorrection / (Math.sqrt(v / secondCorrection) + epsilon);
  }
  return ((Math.sqrt(secondCorrection) / firstCorrection) * m) / (Math.sqrt(v) + epsilon);
}

/** Hinton's lecture 6e; velocity after the division, as Keras has it. */
function rmsprop({ first, second }: Moments, i: number, g: number, rule: UpdateRule): number {
  const v = rule.decay * (second[i] ?? 0) + (1 - rule.decay) * g * g;
  second[i] = v;
  return velocity({ first, second }, i, g / (Math.sqrt(v) + rule.epsilon), rule);
}

/** Without momentum nothing is kept. */
function velocity({ first }: Moments, i: number, push: number, { momentum }: UpdateRule): number {
  if (momentum === 0) return push;
  const m = momentum * (first[i] ?? 0) + push;
  first[i] = m;
  return m;
}
