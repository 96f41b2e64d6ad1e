/** The optimisers' arithmetic over typed arrays: one pass over weights, moments and gradient. */
import { assertNever } from "#/core/assertNever.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { adamFactors } from "#/engine/reference/optimizer.ts";

/** One parameter's share of the vectors. Equal lengths. */
export interface HostVectors {
  readonly values: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** Changes `vectors` by a gradient times `scale`. */
export type HostUpdate = (vectors: HostVectors, gradient: Float32Array, scale: number) => void;

/** Of step `steps`, 1 for the first. */
export function hostUpdate(rule: UpdateRule, learningRate: number, steps: number): HostUpdate {
  switch (rule.kind) {
    case "adam":
      return adam(rule, learningRate, steps);
    case "rmsprop":
      return rmsprop(rule, learningRate);
    case "sgd":
      return sgd(rule, learningRate);
    default:
      return assertNever(rule.kind);
  }
}

function adam(rule: UpdateRule, learningRate: number, steps: number): HostUpdate {
  const { momentum: b1, decay: b2, epsilon } = rule;
  const { rate, correction } = adamFactors(rule, learningRate, steps);
  return ({ values, first, second }, gradient, scale) => {
    const { length } = values;
    for (let i = 0; i < length; i++) {
      const g = (gradient[i] ?? 0) * scale;
      const m = b1 * (first[i] ?? 0) + (1 - b1) * g;
      const v = b2 * (second[i] ?? 0) + (1 - b2) * g * g;
      first[i] = m;
      second[i] = v;
      values[i] = (values[i] ?? 0) - (rate * m) / (Math.sqrt(v * correction) + epsilon);
    }
  };
}

function rmsprop({ momentum, decay, epsilon }: UpdateRule, rate: number): HostUpdate {
  return ({ values, first, second }, gradient, scale) => {
    const { length } = values;
    for (let i = 0; i < length; i++) {
      const g = (gradient[i] ?? 0) * scale;
      const v = decay * (second[i] ?? 0) + (1 - decay) * g * g;
      second[i] = v;
      const push = g / (Math.sqrt(v) + epsilon);
      const m = momentum === 0 ? push : momentum * (first[i] ?? 0) + push;
      // Without momentum nothing is kept, so that a state does not depend on who saved it.
      if (momentum !== 0) first[i] = m;
      values[i] = (values[i] ?? 0) - rate * m;
    }
  };
}

function sgd({ momentum }: UpdateRule, rate: number): HostUpdate {
  return ({ values, first }, gradient, scale) => {
    const { length } = values;
    for (let i = 0; i < length; i++) {
      const g = (gradient[i] ?? 0) * scale;
      const m = momentum === 0 ? g : momentum * (first[i] ?? 0) + g;
      if (momentum !== 0) first[i] = m;
      values[i] = (values[i] ?? 0) - rate * m;
    }
  };
}
