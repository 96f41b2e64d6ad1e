/** The optimisers' arithmetic over typed arrays: one pass over weights, moments and gradient. */
import { assertNever } from "#/core/assertNever.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { type AdamFactors, adamFactors } from "#/engine/reference/optimizer.ts";

/** All parameters in their order, one after the other. Equal lengths. */
export interface HostVectors {
  readonly values: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly gradient: Float32Array;
}

export interface HostStep {
  readonly learningRate: number;
  /** What the gradient is multiplied by. */
  readonly scale: number;
  /** 1 for the first step. */
  readonly steps: number;
}

/** Vectors that begin as zeros, and what moves weights and moments by the gradient, which it uses up. */
export interface HostUpdates {
  readonly vectors: HostVectors;
  readonly step: (step: HostStep) => void;
}

/** Of `size` weights. */
export function createHostUpdates(size: number, rule: UpdateRule): HostUpdates {
  const vectors = {
    values: new Float32Array(size),
    first: new Float32Array(size),
    second: new Float32Array(size),
    gradient: new Float32Array(size),
  };
  return {
    vectors,
    step({ learningRate, scale, steps }) {
      switch (rule.kind) {
        case "adam":
          adam(vectors, scale, rule, adamFactors(rule, learningRate, steps));
          break;
        case "rmsprop":
          rmsprop(vectors, scale, rule, learningRate);
          break;
        case "sgd":
          sgd(vectors, scale, rule, learningRate);
          break;
        default:
          assertNever(rule.kind);
      }
    },
  };
}

function adam(
  { values, first, second, gradient }: HostVectors,
  scale: number,
  rule: UpdateRule,
  { rate, correction }: AdamFactors,
): void {
  const b1 = rule.momentum;
  const b2 = rule.decay;
  const c1 = 1 - b1;
  const c2 = 1 - b2;
  const { epsilon } = rule;
  const { length } = values;
  for (let i = 0; i < length; i++) {
    const g = (gradient[i] ?? 0) * scale;
    const m = b1 * (first[i] ?? 0) + c1 * g;
    const v = b2 * (second[i] ?? 0) + c2 * g * g;
    first[i] = m;
    second[i] = v;
    values[i] = (values[i] ?? 0) - (rate * m) / (Math.sqrt(v * correction) + epsilon);
  }
}

function rmsprop(
  { values, first, second, gradient }: HostVectors,
  scale: number,
  { momentum, decay, epsilon }: UpdateRule,
  rate: number,
): void {
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
}

function sgd(
  { values, first, gradient }: HostVectors,
  scale: number,
  { momentum }: UpdateRule,
  rate: number,
): void {
  const { length } = values;
  for (let i = 0; i < length; i++) {
    const g = (gradient[i] ?? 0) * scale;
    const m = momentum === 0 ? g : momentum * (first[i] ?? 0) + g;
    if (momentum !== 0) first[i] = m;
    values[i] = (values[i] ?? 0) - rate * m;
  }
}
