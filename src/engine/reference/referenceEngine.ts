/**
 * The VAE in tfjs operations, on whatever backend is active: the implementation that is right by
 * construction and runs everywhere. Each method opens one scope, makes its tensors in it and leaves
 * none behind; reading back happens after the scope is closed.
 */
import type { EngineReport } from "#/core/backend/engine.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { checkState } from "#/engine/checkpoint.ts";
import type { Engine, EngineState, StepSettings, TrainingBatch } from "#/engine/engine.ts";
import { createAnswers } from "#/engine/reference/answers.ts";
import { createDeviceOptimizer } from "#/engine/reference/deviceOptimizer.ts";
import { createHostOptimizer } from "#/engine/reference/hostOptimizer.ts";
import { firstNonFinite } from "#/engine/reference/locate.ts";
import { trainingPass } from "#/engine/reference/pass.ts";
import { readProbe } from "#/engine/reference/probe.ts";
import { createStatistics } from "#/engine/reference/statistics.ts";
import { createTermLog } from "#/engine/reference/termLog.ts";
import { tensorScope } from "#/engine/scope.ts";
import { hasHostMemory } from "#/engine/tf.ts";

export interface ReferenceOptions {
  readonly resolved: ResolvedVae;
  readonly state: EngineState;
  readonly objective: ObjectiveSpec;
  readonly optimizer: UpdateRule;
  readonly report: EngineReport;
}

/** @throws EngineError "weights-invalid" when the state does not fit the model. */
export function createReferenceEngine(options: ReferenceOptions): Engine {
  const { resolved, state, objective, report } = options;
  const { parameters } = resolved;
  checkState(resolved, state);
  const model = { vae: resolved, objective };
  const createOptimizer = hasHostMemory() ? createHostOptimizer : createDeviceOptimizer;
  const optimizer = createOptimizer(parameters, options.optimizer, state);
  const statistics = createStatistics(resolved.statistics, state.weights);
  const terms = createTermLog();
  const weights = () => ({ ...optimizer.weights, ...statistics.tensors });
  const pass = (batch: TrainingBatch, settings: StepSettings) =>
    trainingPass(model, weights(), batch, settings);

  return {
    ...createAnswers(model, weights),
    report,
    parameters,
    dispatchesPerStep: null,
    openFeed: null,
    isReady: () => true,
    prepare: () => Promise.resolve(),

    step(batch, settings): void {
      using _scope = tensorScope();
      const done = pass(batch, settings);
      terms.add(done.terms);
      const { learningRate, clip } = settings;
      optimizer.apply(done.gradients, { learningRate, clip, scale: done.scale });
      statistics.take(done.statistics);
    },

    readTerms() {
      return terms.read();
    },

    probe(batch, settings) {
      return readProbe(parameters, () => pass(batch, settings));
    },

    locate(batch, settings) {
      return firstNonFinite(() => pass(batch, settings));
    },

    async exportState() {
      const [{ weights: learnt, optimizer: moments }, kept] = await Promise.all([
        optimizer.save(),
        statistics.save(),
      ]);
      return { weights: { ...learnt, ...kept }, optimizer: moments };
    },

    importState(next) {
      checkState(resolved, next);
      optimizer.load(next);
      statistics.load(next.weights);
    },

    get hostBytes() {
      return optimizer.hostBytes;
    },
    deviceBytes: 0,

    [Symbol.dispose]() {
      optimizer[Symbol.dispose]();
      statistics[Symbol.dispose]();
      terms[Symbol.dispose]();
    },
  };
}
