/**
 * Where a gradient goes: into the parameter at once, by the optimiser's rule, or into a vector where
 * others read it (a probe; a gradient whose length must be known first).
 */
import { assertNever } from "#/core/assertNever.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { parameterBuffers, weights } from "#/engine/compiled/kernels/parameters.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { float, write } from "#/engine/compiled/wgsl.ts";

export interface Sink {
  readonly bindings: readonly Binding[];
  readonly declarations: readonly string[];
  /** The parameters, for a kernel that reads some and moves others of them. */
  readonly reading: {
    readonly bindings: readonly Binding[];
    readonly at: (index: string) => string;
  };
  /** Statement that takes the gradient of entry `index` of the vector of all parameters. */
  readonly take: (index: string, gradient: string) => string;
}

/** Steps at once. Parameter and moments are read and written by the one thread that has the gradient. */
export function updateSink(rule: UpdateRule): Sink {
  return {
    bindings: [
      write("moving", parameterBuffers.values),
      write("moments", parameterBuffers.moments, "vec2f"),
    ],
    declarations: [
      `fn update(index: u32, gradient: f32) {
  let g = gradient * settings.scale;
  let old = moments[index];
${ruleCode(rule)}
}`,
    ],
    reading: { bindings: [], at: (index) => `moving[${index}]` },
    take: (index, gradient) => `update(${index}, ${gradient});`,
  };
}

/** Writes the sum over the batch, unscaled. */
export const gradientSink: Sink = {
  bindings: [write("gradients", parameterBuffers.gradients)],
  declarations: [],
  reading: { bindings: [weights], at: (index) => `weights[${index}]` },
  take: (index, gradient) => `gradients[${index}] = ${gradient};`,
};

/** As core/training/optimizers.ts has them; `rate` and `correction` are what adamFactors says. */
function ruleCode({ kind, momentum, decay, epsilon }: UpdateRule): string {
  const meanSquare = `  let second = ${float(decay)} * old.y + ${float(1 - decay)} * g * g;`;
  switch (kind) {
    case "adam":
      return `  let first = ${float(momentum)} * old.x + ${float(1 - momentum)} * g;
${meanSquare}
  moments[index] = vec2f(first, second);
  moving[index] -= settings.rate * first / (sqrt(second * settings.correction) + ${float(epsilon)});`;
    case "rmsprop":
      return `${meanSquare}
  let push = g / (sqrt(second) + ${float(epsilon)});
${descend(momentum, "second")}`;
    case "sgd":
      return `  let push = g;
${descend(momentum, "old.y")}`;
    default:
      return assertNever(kind);
  }
}

/** Without momentum nothing is kept. */
function descend(momentum: number, second: string): string {
  return momentum === 0
    ? `  moments[index] = vec2f(old.x, ${second});
  moving[index] -= settings.rate * push;`
    : `  let velocity = ${float(momentum)} * old.x + push;
  moments[index] = vec2f(velocity, ${second});
  moving[index] -= settings.rate * velocity;`;
}
