/**
 * Activations and their derivatives in tfjs operations. Most derivatives are written in terms of
 * the output, so that only SiLU keeps what came before it.
 */
import type { Activation } from "#/core/model/spec.ts";
import {
  add,
  elu,
  leakyRelu,
  minimum,
  mul,
  relu,
  sigmoid,
  square,
  step,
  sub,
  tanh,
  type Tensor,
} from "#/engine/tf.ts";

/** What the kernels for matMul and conv2d apply at no extra cost on every backend. */
export type FusedActivation = "linear" | "relu";

export interface ActivationRule {
  readonly fused: FusedActivation;
  /** Applied to what a kernel gave, its own part done. */
  readonly apply: (fused: Tensor) => Tensor;
  /** ∂L/∂(pre-activation) from ∂L/∂output, the output and what `apply` was given. */
  readonly gradient: (dy: Tensor, output: Tensor, fused: Tensor) => Tensor;
}

const leakySlope = 0.3;
const identity = (x: Tensor): Tensor => x;

export const activationRules = {
  linear: { fused: "linear", apply: identity, gradient: identity },
  relu: { fused: "relu", apply: identity, gradient: (dy, y) => mul(dy, step(y)) },
  leakyRelu: {
    fused: "linear",
    apply: (x) => leakyRelu(x, leakySlope),
    gradient: (dy, y) => mul(dy, step(y, leakySlope)),
  },
  elu: {
    fused: "linear",
    apply: (x) => elu(x),
    // e^x = y + 1 where x < 0, and 1 elsewhere.
    gradient: (dy, y) => mul(dy, add(minimum(y, 0), 1)),
  },
  tanh: {
    fused: "linear",
    apply: (x) => tanh(x),
    gradient: (dy, y) => mul(dy, sub(1, square(y))),
  },
  silu: {
    fused: "linear",
    apply: (x) => mul(x, sigmoid(x)),
    // (x·s)′ = s + x·s·(1 − s) = s + y·(1 − s)
    gradient: (dy, y, x) => {
      const s = sigmoid(x);
      return mul(dy, add(s, mul(y, sub(1, s))));
    },
  },
} as const satisfies Record<Activation, ActivationRule>;

/** The whole of it, where no kernel applied its part. */
export function activate({ fused, apply }: ActivationRule, x: Tensor): Tensor {
  return fused === "relu" ? relu(x) : apply(x);
}
