/** An engine for a model on the backend that was started (backend.ts). */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, EngineState } from "#/engine/engine.ts";
import { createReferenceEngine } from "#/engine/reference/referenceEngine.ts";

export interface EngineOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly optimizer: {
    /** Added to √v̂ (Adam, algorithm 1). */
    readonly epsilon: number;
  };
}

/** Rejects with EngineError "weights-invalid" when the state does not fit the model. */
export function createEngine({ resolved, state, optimizer }: EngineOptions): Promise<Engine> {
  return new Promise((resolve) => {
    resolve(createReferenceEngine({ resolved, state, epsilon: optimizer.epsilon }));
  });
}
