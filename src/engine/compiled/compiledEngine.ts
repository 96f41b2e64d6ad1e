/**
 * The VAE as compiled kernels on WebGPU: a step is one submit of dispatches that were recorded
 * beforehand. What is asked beside training is answered by the reference path over the same weights.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import { checkState } from "#/engine/checkpoint.ts";
import { createStepRunner } from "#/engine/compiled/stepRunner.ts";
import { createParameterStore } from "#/engine/compiled/parameterStore.ts";
import type { Engine, EngineState } from "#/engine/engine.ts";
import { createAnswers } from "#/engine/reference/answers.ts";
import { firstNonFinite } from "#/engine/reference/locate.ts";
import { trainingPass } from "#/engine/reference/pass.ts";

export interface CompiledOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
  /** Images of the largest batch. */
  readonly batch: number;
}

/**
 * @param device the one tfjs runs on
 * Rejects with EngineError "weights-invalid" when the state does not fit the model, and with the
 * browser's GPUPipelineError where a kernel does not compile.
 */
export async function createCompiledEngine(
  device: GPUDevice,
  { resolved, state, objective, optimizer, batch }: CompiledOptions,
): Promise<Engine> {
  checkState(resolved, state);
  const model = { vae: resolved, objective };
  const store = createParameterStore(device, resolved, state);
  const runner = createStepRunner(device, { ...model, batch }, optimizer, store.buffers);
  let { steps } = state.optimizer;
  try {
    await runner.prepare(optimizer.clip);
  } catch (error) {
    runner[Symbol.dispose]();
    store[Symbol.dispose]();
    throw error;
  }
  return {
    ...createAnswers(model, () => store.tensors()),
    kind: "compiled",
    parameters: resolved.parameters,
    hostBytes: 0,
    get dispatchesPerStep() {
      return runner.dispatches;
    },
    step(training, settings) {
      steps += 1;
      runner.step(training, settings, steps);
      store.moved();
    },
    readTerms: () => runner.readTerms(),
    probe: (training, settings) => runner.probe(training, settings),
    locate: (training, settings) =>
      firstNonFinite(() => trainingPass(model, store.tensors(), training, settings)),
    exportState: () => store.save(steps),
    importState(next) {
      checkState(resolved, next);
      store.load(next);
      ({ steps } = next.optimizer);
    },
    [Symbol.dispose]() {
      runner[Symbol.dispose]();
      store[Symbol.dispose]();
    },
  };
}
