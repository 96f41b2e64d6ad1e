/** What a conformance check is about: a small model under an objective, with a batch and an engine. */
import type { EngineChoice } from "#/core/backend/engine.ts";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { OptimizerSpec } from "#/core/training/optimizerSpec.ts";
import type { Engine, EngineState, StepSettings, TrainingBatch } from "#/engine/engine.ts";
import { engineOf } from "#/engine/testing/engineOf.ts";
import { freshState, resolved, testBatch, type TestModel } from "#/engine/testing/models.ts";

/** 2e-5 of a tensor's largest entry, for values of a few hundred additions (each 6e-8, in any order). */
export const valueTolerance = 2e-5;
/** For gradients, which pass through several layers and, on GPUs, through approximate exponentials. */
export const gradientTolerance = 5e-4;

export interface Experiment {
  readonly model: TestModel;
  readonly objective: ObjectiveSpec;
  readonly optimizer: OptimizerSpec;
  readonly settings: StepSettings;
  readonly choice: EngineChoice;
}

export interface Subject extends Experiment, Disposable {
  readonly vae: ResolvedVae;
  readonly state: EngineState;
  readonly batch: TrainingBatch;
  readonly engine: Engine;
}

/** The defaults of an experiment but for what is said. */
export function experiment(
  model: TestModel,
  changes: {
    readonly objective?: Partial<ObjectiveSpec>;
    readonly optimizer?: Partial<OptimizerSpec>;
    readonly settings?: Partial<StepSettings>;
  } = {},
  choice: EngineChoice = "auto",
): Experiment {
  const settings = {
    ...{ beta: 0.7, freeBits: 0, learningRate: 0.01, clip: 0 },
    ...changes.settings,
  };
  const { clip } = settings;
  return {
    model,
    objective: { ...firstConfig.objective, ...changes.objective },
    // The clip says which of its programs a compiled engine prepares.
    optimizer: { ...firstConfig.optimizer, ...changes.optimizer, clip },
    settings,
    choice,
  };
}

/** The experiment on 8 × 8 images in two channels. */
export async function subject(it: Experiment, seed = 3): Promise<Subject> {
  const { model, objective, optimizer, choice } = it;
  const learntSigma = objective.likelihood === "gaussian" && objective.noise === "learnt";
  const vae = resolved(model.spec, [8, 8, 2], { classes: model.classes, learntSigma });
  const state = freshState(vae, seed);
  const batch = testBatch(vae, 3, seed);
  const most = batch.count + 2;
  const engine = await engineOf({
    resolved: vae,
    state,
    objective,
    optimizer,
    batch: most,
    choice,
  });
  return { ...it, vae, state, batch, engine, [Symbol.dispose]: () => engine[Symbol.dispose]() };
}
