/**
 * The training loop: one step a turn, room for questions between turns, and reports at their own
 * pace. Drives a `Run` to its target or until it is stopped; owns no state beyond the call.
 */
import { noImages } from "#/worker/host/faults.ts";
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
  try {
    await takeSteps(run, host, stop);
  } finally {
    host.turns.leave();
  }
  await readTerms(run, host);
  await saveCheckpoint(run, host);
}

async function takeSteps(run: Run, host: LoopHost, stop: AbortSignal): Promise<void> {
  const { clock, turns } = host;
  const imagesSeen = () => run.imagesSeen;
  const isOver = () => run.step >= run.targetStep || stop.aborted;
  let reportedAt = -Infinity;
  let checkpointAt = clock.now();
  for (;;) {
    if (run.validation.isDue(run.step) && !stop.aborted) {
      turns.leave();
      await validate(run, host, stop);
      if (run.validation.stoppedEarly) return;
    }
    if (isOver()) return;
    if (run.batches.waiting) await waitForData(run, host, stop);
    await turns.next(imagesSeen, stop);
    if (isOver()) return;
    await takeStep(run, host, stop);
    turns.taken();
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
}

/** Until the next batch is here, or training is stopped; other lanes go on. */
async function waitForData(run: Run, host: LoopHost, stop: AbortSignal): Promise<void> {
  host.turns.leave();
  await readTerms(run, host);
  run.phase = "waiting";
  report(run, host);
  try {
    await run.batches.peek(stop);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    run.phase = "training";
    run.pace.restart();
  }
}

/**
 * Batch and step are one job, so that whoever asks between jobs finds them together. No step where the
 * images of the next are not here: a lost device put the run back, or failed files are fetched again.
 */
async function takeStep(run: Run, { clock, jobs }: LoopHost, stop: AbortSignal): Promise<void> {
  await jobs.run("training", async () => {
    if (run.batches.waiting || stop.aborted) return;
    const { rewinds } = run;
    const indices = await run.batches.next(stop);
    if (indices === null) throw noImages(run.config.data.set, run.order.images);
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
