/** An engine for a model on the backend that was started (backend.ts). */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, EngineState } from "#/engine/engine.ts";
import { createReferenceEngine } from "#/engine/reference/referenceEngine.ts";

export interface EngineOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
}

/** Rejects with EngineError "weights-invalid" when the state does not fit the model. */
export function createEngine(options: EngineOptions): Promise<Engine> {
  return new Promise((resolve) => {
    resolve(createReferenceEngine(options));
  });
}
