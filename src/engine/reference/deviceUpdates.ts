/** The optimisers' arithmetic in tfjs operations, on all parameters as one vector. Called inside a scope. */
import { assertNever } from "#/core/assertNever.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { adamFactors, type OptimizerStep } from "#/engine/reference/optimizer.ts";
import { add, div, maximum, mul, sqrt, square, sub, sum, type Tensor } from "#/engine/tf.ts";

/** Parameters and both moments, [parameters] each. */
export interface DeviceVectors {
  readonly values: Tensor;
  readonly first: Tensor;
  readonly second: Tensor;
}

/** Step `steps`, 1 for the first. What is idle comes back as it was; the rest are tensors of the scope. */
export function deviceUpdate(
  rule: UpdateRule,
  vectors: DeviceVectors,
  gradient: Tensor,
  steps: number,
  { learningRate, scale, clip }: OptimizerStep,
): DeviceVectors {
  const g = clip === 0 ? gradient : shortened(gradient, clip / scale);
  switch (rule.kind) {
    case "adam":
      return adam(rule, vectors, g, scale, adamFactors(rule, learningRate, steps));
    case "rmsprop":
      return rmsprop(rule, vectors, g, scale, learningRate);
    case "sgd":
      return descend(rule, vectors, mul(g, scale), learningRate);
    default:
      return assertNever(rule.kind);
  }
}

function shortened(gradient: Tensor, length: number): Tensor {
  const norm = sqrt(sum(square(gradient)));
  return mul(gradient, div(length, maximum(norm, length)));
}

function adam(
  { momentum: b1, decay: b2, epsilon }: UpdateRule,
  vectors: DeviceVectors,
  g: Tensor,
  scale: number,
  { rate, correction }: ReturnType<typeof adamFactors>,
): DeviceVectors {
  const first = add(mul(vectors.first, b1), mul(g, (1 - b1) * scale));
  const second = meanSquare(vectors.second, b2, g, scale);
  const root = sqrt(correction === 1 ? second : mul(second, correction));
  const values = sub(vectors.values, div(mul(first, rate), add(root, epsilon)));
  return { values, first, second };
}

function rmsprop(
  rule: UpdateRule,
  vectors: DeviceVectors,
  g: Tensor,
  scale: number,
  learningRate: number,
): DeviceVectors {
  const second = meanSquare(vectors.second, rule.decay, g, scale);
  const push = div(mul(g, scale), add(sqrt(second), rule.epsilon));
  return descend(rule, { ...vectors, second }, push, learningRate);
}

function descend(
  { momentum }: UpdateRule,
  vectors: DeviceVectors,
  push: Tensor,
  learningRate: number,
): DeviceVectors {
  const first = momentum === 0 ? vectors.first : add(mul(vectors.first, momentum), push);
  const velocity = momentum === 0 ? push : first;
  return { ...vectors, values: sub(vectors.values, mul(velocity, learningRate)), first };
}

function meanSquare(second: Tensor, decay: number, g: Tensor, scale: number): Tensor {
  return add(mul(second, decay), mul(square(g), (1 - decay) * scale ** 2));
}
