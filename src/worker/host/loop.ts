/**
 * The training loop: one step a turn, room for questions between turns, and reports at their own
 * pace. Drives a `Run` to its target or until it is stopped; owns no state beyond the call.
 */
import { EngineError, type Fault } from "#/core/fault.ts";
import type { Run } from "#/worker/host/run.ts";
import { engineState } from "#/worker/host/run.ts";
import type { Clock } from "#/worker/host/clock.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import type { Checkpoint, EngineEvent } from "#/worker/protocol/messages.ts";

export interface LoopHost {
  readonly clock: Clock;
  readonly jobs: Jobs;
  emit(event: EngineEvent): void;
  /** Milliseconds to wait after each step. */
  readonly msBetweenSteps: number;
  /** Sends a preview if one is due and wanted. */
  offerPreview(signal: AbortSignal): Promise<void>;
}

const reportMs = 100;
const checkpointMs = 3000;
/** The terms are read this often at least: how far a GPU may fall behind, and an answer with it. */
const readMs = 32;
const mostUnread = 64;

/** @throws EngineError "loss-not-finite" with the run back at its last good state; engine faults. */
export async function trainLoop(run: Run, host: LoopHost, stop: AbortSignal): Promise<void> {
  const { clock } = host;
  let reportedAt = -Infinity;
  let checkpointAt = clock.now();
  while (run.step < run.targetStep && !stop.aborted) {
    const { rewinds } = run;
    const indices = await nextBatch(run, host, stop);
    if (indices === null) break;
    await takeStep(run, host, indices, rewinds);
    if (run.log.unread >= unreadAllowed(run, host)) await readTerms(run, host);
    await host.offerPreview(stop);
    if (clock.now() - reportedAt >= reportMs) {
      await readTerms(run, host);
      report(run, host);
      reportedAt = clock.now();
    }
    if (clock.now() - checkpointAt >= checkpointMs) {
      await saveCheckpoint(run, host);
      checkpointAt = clock.now();
    }
    if (host.msBetweenSteps > 0) await clock.sleep(host.msBetweenSteps, stop);
    else await clock.breathe();
  }
  await readTerms(run, host);
  await saveCheckpoint(run, host);
}

/** Null when stopped while waiting for data. */
async function nextBatch(run: Run, host: LoopHost, stop: AbortSignal): Promise<Uint32Array | null> {
  const waits = run.batches.waiting;
  if (waits) {
    await readTerms(run, host);
    run.phase = "waiting";
    report(run, host);
  }
  try {
    const indices = await run.batches.next(stop);
    if (indices === null) throw new EngineError(noImages(run));
    return indices;
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  } finally {
    if (waits) {
      run.phase = "training";
      run.pace.restart();
    }
  }
}

/** Nothing where the run has gone back since its batch was drawn: a device was lost in between. */
async function takeStep(
  run: Run,
  { clock, jobs }: LoopHost,
  indices: Uint32Array,
  rewinds: number,
): Promise<void> {
  await jobs.run("training", () => {
    if (run.rewinds !== rewinds) return;
    const began = clock.now();
    const count = indices.length;
    const { settings } = run;
    const images = run.batchBuffer.subarray(0, count * run.vae.pixels);
    run.images.read("train", indices, images);
    run.engine.step({ count, images, epsilon: run.noise(run.step, count) }, settings);
    run.noteStep(count, settings);
    run.pace.step(clock.now() - began);
  });
}

function unreadAllowed(run: Run, host: LoopHost): number {
  const { msPerStep } = run.pace;
  if (host.msBetweenSteps > 0 || msPerStep === 0) return 1;
  return Math.min(mostUnread, Math.max(1, Math.floor(readMs / msPerStep)));
}

/** @throws EngineError "loss-not-finite". */
export async function readTerms(run: Run, { clock, jobs, emit }: LoopHost): Promise<void> {
  if (run.log.unread === 0) return;
  const diverged = await jobs.run("training", async () => {
    const began = clock.now();
    const terms = await run.engine.readTerms();
    run.pace.read(clock.now() - began);
    const note = run.log.settle(terms);
    if (note === null) return null;
    run.rewind();
    run.engine.importState(engineState(run.lastGood));
    return note;
  });
  if (diverged === null) return;
  const batch = run.log.drain();
  if (batch !== null) emit({ type: "metrics", runId: run.id, batch });
  throw new EngineError(notFinite(diverged.step, run.step));
}

/** What has been learnt since the last report, and where the run stands. */
export function report(run: Run, { clock, emit }: LoopHost): void {
  run.pace.mark(clock.now(), run.imagesSeen);
  const batch = run.log.drain();
  if (batch !== null) emit({ type: "metrics", runId: run.id, batch });
  emit({ type: "progress", runId: run.id, progress: run.progress() });
}

/** Keeps the state as the one to go back to, if it is sound, and sends it to the page. */
export async function saveCheckpoint(run: Run, host: LoopHost): Promise<void> {
  await readTerms(run, host);
  const checkpoint = await host.jobs.run("training", async () =>
    run.checkpoint(await run.engine.exportState()),
  );
  // A loss is worked out before the update: weights may break a step before it shows.
  if (!isSound(checkpoint)) return;
  run.lastGood = checkpoint;
  host.emit({ type: "checkpoint", runId: run.id, checkpoint });
}

function isSound(checkpoint: Checkpoint): boolean {
  return Object.values(checkpoint.weights).every(({ values }) => values.every(Number.isFinite));
}

function notFinite(step: number, keptStep: number): Fault {
  return {
    code: "loss-not-finite",
    message: `The loss stopped being a number at step ${step}; the weights of step ${keptStep} were kept.`,
    hint: "Lower the learning rate, then train on or reset.",
    values: { step, keptStep },
  };
}

function noImages(run: Run): Fault {
  return {
    code: "chunk-missing",
    message: `No training image of ${run.config.data.set} could be read.`,
    hint: "Load the failed files again.",
    values: { file: run.config.data.set, images: run.order.images },
  };
}
