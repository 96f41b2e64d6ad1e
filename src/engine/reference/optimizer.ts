/** Who owns the weights and moves them. Two ways: in JavaScript's memory or on the device. */
import { adamDecay } from "#/core/objective/adam.ts";
import type { EngineState } from "#/engine/engine.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";

export interface OptimizerStep {
  readonly learningRate: number;
  /** Images the gradients were summed over. */
  readonly count: number;
}

export interface Optimizer extends Disposable {
  /** Borrowed, and only until the next `apply` or `load`. */
  readonly weights: TensorsByName;
  /** One step of Adam. Gradients are borrowed. */
  apply(gradients: TensorsByName, step: OptimizerStep): void;
  /** Copies; the state was checked. */
  load(state: EngineState): void;
  save(): Promise<EngineState>;
  /** Bytes held outside tfjs. */
  readonly hostBytes: number;
}

/** What one Adam step multiplies by: m̂ and √v̂ of Kingma & Ba, algorithm 1, folded into factors. */
export function adamFactors(steps: number): { readonly first: number; readonly second: number } {
  return { first: 1 / (1 - adamDecay.first ** steps), second: 1 / (1 - adamDecay.second ** steps) };
}
