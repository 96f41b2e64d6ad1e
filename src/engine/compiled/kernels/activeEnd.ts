/** Activation and dropout of one value, forward and back, wherever a kernel ends in them. */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { activationCode, type ActivationCode } from "#/engine/compiled/kernels/activation.ts";
import { dropoutOf } from "#/engine/compiled/kernels/dropout.ts";
import type { Binding } from "#/engine/compiled/program.ts";

export interface ActiveEnd {
  /** Of the dropout noise; none without dropout. */
  readonly bindings: readonly Binding[];
  readonly needsInput: boolean;
  readonly needsOutput: boolean;
  /** Expression of the output from the variable `x`, at entry `index` of image `image`. */
  readonly value: (x: string, image: string, index: string) => string;
  /**
   * Statements that set `into` to ∂L/∂x from ∂L/∂output; `y` and `x` are the output and what the
   * activation was given, expressions.
   */
  readonly back: (into: string, at: Place & { readonly y: string; readonly x: string }) => string;
}

export interface Place {
  readonly gradient: string;
  readonly image: string;
  readonly index: string;
}

export function activeEnd(vae: ResolvedVae, layer: ResolvedLayer): ActiveEnd {
  const { value, slope, needsSum }: ActivationCode = activationCode[layer.activation];
  const dropout = dropoutOf(vae, layer);
  return {
    bindings: dropout?.bindings ?? [],
    needsInput: needsSum,
    needsOutput: layer.activation !== "linear",
    value: (x, image, index) =>
      dropout === null ? value(x) : `${value(x)} * ${dropout.kept(image, index)}`,
    back(into, { gradient, image, index, y, x }) {
      if (dropout === null) return `${into} = ${gradient} * ${slope(y, x)};`;
      // What was dropped says nothing of its activation, and needs not: its slope counts for nothing.
      return `let kept = ${dropout.kept(image, index)};
        var through = 0f;
        if (kept > 0f) { through = ${gradient} * kept * ${slope(`(${y} / kept)`, x)}; }
        ${into} = through;`;
    },
  };
}
