/** Activations and their derivatives as WGSL expressions. LeakyReLU has slope 0.3 (core/model/spec.ts). */
import type { Activation } from "#/core/model/spec.ts";

export interface ActivationCode {
  /** Of the weighted sum `x`. */
  readonly value: (x: string) => string;
  /** dy/dx, from the output `y`; from the weighted sum `x` where `needsSum`. */
  readonly slope: (y: string, x: string) => string;
  readonly needsSum: boolean;
}

const sigmoid = (x: string) => `(1f / (1f + exp(-(${x}))))`;

export const activationCode = {
  linear: { value: (x) => x, slope: () => "1f", needsSum: false },
  relu: {
    // Keeps NaN, which max need not.
    value: (x) => `select(${x}, 0f, ${x} <= 0f)`,
    slope: (y) => `select(0f, 1f, ${y} > 0f)`,
    needsSum: false,
  },
  leakyRelu: {
    value: (x) => `select(${x}, 0.3f * ${x}, ${x} < 0f)`,
    slope: (y) => `select(0.3f, 1f, ${y} > 0f)`,
    needsSum: false,
  },
  elu: {
    value: (x) => `select(${x}, exp(${x}) - 1f, ${x} < 0f)`,
    // e^x = y + 1 where x < 0.
    slope: (y) => `(min(${y}, 0f) + 1f)`,
    needsSum: false,
  },
  tanh: {
    // Some drivers overflow inside tanh where e^2x does.
    value: (x) => `tanh(clamp(${x}, -15f, 15f))`,
    slope: (y) => `(1f - ${y} * ${y})`,
    needsSum: false,
  },
  silu: {
    value: (x) => `(${x} * ${sigmoid(x)})`,
    // (x·s)′ = s + y·(1 − s)
    slope: (y, x) => `(${sigmoid(x)} + ${y} * (1f - ${sigmoid(x)}))`,
    needsSum: true,
  },
} as const satisfies Record<Activation, ActivationCode>;
