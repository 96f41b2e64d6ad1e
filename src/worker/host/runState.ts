/**
 * What a run is at a moment, in the words of the protocol: its progress, its checkpoint, the summary of
 * its training. Reads the run and changes nothing.
 */
import type { TrainSummary } from "#/core/training/terms.ts";
import type { EngineState, StepTerms } from "#/engine/engine.ts";
import type { Run } from "#/worker/host/run.ts";
import type { Checkpoint, RunProgress } from "#/worker/protocol/run.ts";

export function progressOf(run: Run): RunProgress {
  const { pace, validation } = run;
  return {
    phase: run.phase,
    step: run.step,
    epoch: run.epoch,
    imagesSeen: run.imagesSeen,
    stepsPerEpoch: run.order.stepsPerEpoch,
    targetStep: run.targetStep,
    msPerStep: pace.msPerStep,
    jsMsPerStep: pace.jsMsPerStep,
    dispatchesPerStep: run.engine.dispatchesPerStep,
    imagesPerSecond: run.phase === "training" ? pace.imagesPerSecond : 0,
    comparable: run.comparable,
    validation: validation.state,
    validating: run.validating,
    stoppedEarly: validation.stoppedEarly,
  };
}

/** As of all steps taken. */
export async function checkpointOf(run: Run): Promise<Checkpoint> {
  const { weights, optimizer } = await run.engine.exportState();
  const { validation } = run;
  return {
    version: 2,
    config: run.config,
    live: run.live,
    step: run.step,
    imagesSeen: run.imagesSeen,
    weights,
    moments: optimizer.moments,
    optimizerSteps: optimizer.steps,
    validation: validation.state,
    best: validation.best,
    stoppedEarly: validation.stoppedEarly,
    comparable: run.comparable,
  };
}

/** What an engine goes on from. */
export function engineState(checkpoint: Checkpoint): EngineState {
  return {
    weights: checkpoint.weights,
    optimizer: { steps: checkpoint.optimizerSteps, moments: checkpoint.moments },
  };
}

/** @param terms means over the steps that it is about */
export function summaryOf(
  run: Run,
  terms: StepTerms,
  seconds: number,
  backend: string,
): TrainSummary {
  return {
    step: run.step,
    epoch: run.epoch,
    ...terms,
    seconds,
    msPerStep: run.pace.msPerStep,
    backend,
    engine: run.engine.report.kind,
  };
}
