/** An engine for a model on the backend that was started (backend.ts): compiled where that can be. */
import { doesNotCompile, engineFor, type EngineChoice } from "#/core/backend/engine.ts";
import { EngineError } from "#/core/fault.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { CompiledOptions } from "#/engine/compiled/compiledEngine.ts";
import { guarded } from "#/engine/compiled/guarded.ts";
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
  /** "auto" unless given. */
  readonly choice?: EngineChoice;
}

export type CompileEngine = (options: CompiledOptions) => Promise<Engine>;

/**
 * A model that does not compile is no fault of the run: the reference trains it, and says why.
 * @param compile null where nothing can be compiled; the backend's own unless given.
 * Rejects with EngineError "weights-invalid" when the state does not fit the model.
 */
export async function createEngine(
  { choice = "auto", ...options }: EngineOptions,
  compile: CompileEngine | null = compilerHere(),
): Promise<Engine> {
  const report = engineFor(choice, compile !== null);
  if (compile === null || report.kind === "reference") {
    return createReferenceEngine({ ...options, report });
  }
  try {
    return await compile({ ...options, report });
  } catch (error) {
    if (error instanceof EngineError && error.code === "weights-invalid") throw error;
    const words = error instanceof Error ? error.message : String(error);
    return createReferenceEngine({ ...options, report: doesNotCompile(words) });
  }
}

function compilerHere(): CompileEngine | null {
  const device = webgpuDevice();
  if (device === null) return null;
  return async (options) => {
    const { createCompiledEngine } = await import("#/engine/compiled/compiledEngine.ts");
    return guarded(device, () => createCompiledEngine(device, options));
  };
}
