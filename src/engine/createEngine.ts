/** An engine for a model on the backend that was started (backend.ts): compiled where that can be. */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Engine, EngineState } from "#/engine/engine.ts";
import { createReferenceEngine } from "#/engine/reference/referenceEngine.ts";
import { webgpuDevice } from "#/engine/tf.ts";

export interface EngineOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
  /** Images of the largest batch. */
  readonly batch: number;
}

/** Rejects with EngineError "weights-invalid" when the state does not fit the model. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const device = webgpuDevice();
  if (device === null) return createReferenceEngine(options);
  const { createCompiledEngine } = await import("#/engine/compiled/compiledEngine.ts");
  return createCompiledEngine(device, options);
}
