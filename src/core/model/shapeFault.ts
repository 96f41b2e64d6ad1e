/** Layers that do not fit together, as a fault. `problem` names the sentence for translation. */
import type { Fault } from "#/core/fault.ts";

export type ShapeProblem = "vector-before-convolution" | "kernel-too-large" | "output-size";

export function shapeFault(
  problem: ShapeProblem,
  reason: string,
  hint: string,
  values: Readonly<Record<string, string | number>>,
): Fault {
  return {
    code: "shape-invalid",
    message: `These layers do not fit together: ${reason}.`,
    hint,
    values: { problem, reason, ...values },
  };
}
