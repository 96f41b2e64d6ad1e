/**
 * The training loop: one step a turn, room for questions between turns, and reports at their own
 * pace. Drives a `Run` to its target or until it is stopped; owns no state beyond the call.
 */
import { EngineError, type Fault } from "#/core/fault.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import { readTerms, report, saveCheckpoint } from "#/worker/host/reports.ts";
import type { Run } from "#/worker/host/run.ts";
import { validate } from "#/worker/host/validate.ts";

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
  for (;;) {
    if (run.validation.isDue(run.step) && !stop.aborted) {
      await validate(run, host, stop);
      if (run.validation.stoppedEarly) break;
    }
    if (run.step >= run.targetStep || stop.aborted) break;
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
    run.engine.step(run.batch(run.step, indices), settings);
    run.noteStep(count, settings);
    run.pace.step(clock.now() - began);
  });
}

function unreadAllowed(run: Run, host: LoopHost): number {
  const { msPerStep } = run.pace;
  if (host.msBetweenSteps > 0 || msPerStep === 0) return 1;
  return Math.min(mostUnread, Math.max(1, Math.floor(readMs / msPerStep)));
}

function noImages(run: Run): Fault {
  return {
    code: "chunk-missing",
    message: `No training image of ${run.config.data.set} could be read.`,
    hint: "Load the failed files again.",
    values: { file: run.config.data.set, images: run.order.images },
  };
}
