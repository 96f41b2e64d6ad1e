/**
 * The VAE as compiled kernels on WebGPU: a step is a list of dispatches that were recorded
 * beforehand. What is asked beside training is answered by the reference path over the same weights.
 */
import type { EngineReport } from "#/core/backend/engine.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import { checkState } from "#/engine/checkpoint.ts";
import { createStepRunner } from "#/engine/compiled/stepRunner.ts";
import { createParameterStore } from "#/engine/compiled/parameterStore.ts";
import type { Engine, EngineState, Feed } from "#/engine/engine.ts";
import type { FeedPlan } from "#/engine/feed.ts";
import { createAnswers } from "#/engine/reference/answers.ts";
import { firstNonFinite } from "#/engine/reference/locate.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { trainingPass } from "#/engine/reference/pass.ts";

export interface CompiledOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
  /** Images of the largest batch. */
  readonly batch: number;
  readonly report: EngineReport;
  /** A data set of more is not kept on the device whole; what a binding can hold unless given. */
  readonly residentBytes?: number;
}

/**
 * @param device the one tfjs runs on
 * Rejects with EngineError "weights-invalid" when the state does not fit the model, and with the
 * browser's GPUPipelineError where a kernel does not compile.
 */
export async function createCompiledEngine(
  device: GPUDevice,
  { resolved, state, objective, optimizer, batch, report, ...options }: CompiledOptions,
): Promise<Engine> {
  checkState(resolved, state);
  const model = { vae: resolved, objective };
  const store = createParameterStore(device, resolved, state);
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const { residentBytes = Math.min(maxStorageBufferBindingSize, maxBufferSize) } = options;
  const runner = createStepRunner(
    device,
    { ...model, batch },
    optimizer,
    store.buffers,
    residentBytes,
  );
  let { steps } = state.optimizer;
  let disposed = false;
  try {
    await runner.prepare(optimizer);
  } catch (error) {
    runner[Symbol.dispose]();
    store[Symbol.dispose]();
    throw error;
  }

  /** As of all steps taken, queued ones included. */
  function tensors(): TensorsByName {
    runner.submit();
    return store.tensors();
  }

  async function openFeed(plan: FeedPlan): Promise<Feed> {
    const queue = await runner.feed(plan);
    return {
      room: queue.room,
      step(step, indices, settings) {
        steps += 1;
        queue.add(step, indices, settings, steps);
        store.moved();
      },
      submit: () => {
        runner.submit();
      },
    };
  }

  return {
    ...createAnswers(model, tensors),
    report,
    parameters: resolved.parameters,
    get hostBytes() {
      return runner.hostBytes;
    },
    get deviceBytes() {
      return disposed ? 0 : store.deviceBytes + runner.deviceBytes;
    },
    get dispatchesPerStep() {
      return runner.dispatches;
    },
    isReady: (settings) => runner.isReady(settings),
    prepare: (settings) => runner.prepare(settings),
    step(training, settings) {
      steps += 1;
      runner.step(training, settings, steps);
      store.moved();
    },
    openFeed,
    readTerms: () => runner.readTerms(),
    probe: (training, settings) => runner.probe(training, settings),
    locate: (training, settings) =>
      firstNonFinite(() => trainingPass(model, tensors(), training, settings)),
    exportState() {
      runner.submit();
      return store.save(steps);
    },
    importState(next) {
      checkState(resolved, next);
      runner.submit();
      store.load(next);
      ({ steps } = next.optimizer);
    },
    [Symbol.dispose]() {
      disposed = true;
      runner[Symbol.dispose]();
      store[Symbol.dispose]();
    },
  };
}
