/** Who owns the parameters and moves them. Two ways: in JavaScript's memory or on the device. */
import type { UpdateRule } from "#/core/training/optimizers.ts";
import type { EngineState } from "#/engine/engine.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";

export interface OptimizerStep {
  readonly learningRate: number;
  /** What the gradients given are to be multiplied by. Above 0. */
  readonly scale: number;
  /** Gradients longer than this, as one vector, are shortened to it; 0: never. */
  readonly clip: number;
}

export interface Optimizer extends Disposable {
  /** The parameters. Borrowed, and only until the next `apply` or `load`. */
  readonly weights: TensorsByName;
  /** Gradients are borrowed. */
  apply(gradients: TensorsByName, step: OptimizerStep): void;
  /** Copies the parameters and moments of a state that was checked. */
  load(state: EngineState): void;
  /** Parameters and moments. */
  save(): Promise<EngineState>;
  /** Bytes held outside tfjs. */
  readonly hostBytes: number;
}

export interface AdamFactors {
  /** The learning rate, corrected for the moments' start at 0. */
  readonly rate: number;
  /** What v is multiplied by under the root. */
  readonly correction: number;
}

/** Of step `steps`, 1 for the first: m̂ and √v̂ of Kingma & Ba, algorithm 1, folded into two factors. */
export function adamFactors(
  { momentum, decay, epsilonPlacement }: UpdateRule,
  learningRate: number,
  steps: number,
): AdamFactors {
  const first = 1 - momentum ** steps;
  const second = 1 - decay ** steps;
  return epsilonPlacement === "corrected"
    ? { rate: learningRate / first, correction: 1 / second }
    : { rate: (learningRate * Math.sqrt(second)) / first, correction: 1 };
}
