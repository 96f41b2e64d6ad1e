/**
 * One turn of the training loop: one step, or as many as an engine takes in a few milliseconds where
 * it takes them by the queue. Ends where somebody wants to look.
 */
import { noImages } from "#/worker/host/faults.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import { isEarly } from "#/worker/host/previewSchedule.ts";
import { isReady } from "#/worker/host/readiness.ts";
import type { Run } from "#/worker/host/run.ts";

/** What one turn may take: questions wait for it. */
const turnMs = 8;
/** The terms are read this often at least: how far a GPU may fall behind, and an answer with it. */
const readMs = 32;
const mostUnread = 512;

/**
 * Batches and steps are one job, so that whoever asks between jobs finds them together. No step where
 * the images of the next are not here (a lost device put the run back, or failed files are fetched
 * again), or the engine is not ready for it.
 */
export async function takeTurn(run: Run, host: LoopHost, stop: AbortSignal): Promise<void> {
  const { clock, jobs } = host;
  await jobs.run("training", async () => {
    if (run.batches.waiting || stop.aborted || !isReady(run)) return;
    const { rewinds } = run;
    const taker = await run.takers(run.engine);
    const most = host.turns.alone ? Math.min(taker.room, stepsWithin(turnMs, run, host)) : 1;
    const began = clock.now();
    let taken = 0;
    do {
      const indices = await run.batches.next(stop);
      if (indices === null) throw noImages(run.config.data.set, run.order.images);
      if (run.rewinds !== rewinds) return;
      const { settings } = run;
      taker.step(run.step, indices, settings);
      run.noteStep(indices.length, settings);
      taken++;
    } while (taken < most && goesOn(run, stop));
    taker.submit();
    run.pace.steps(taken, clock.now() - began);
  });
}

/** Whether the next step can be taken, and nobody wants to look before. */
function goesOn(run: Run, stop: AbortSignal): boolean {
  if (run.step >= run.targetStep || stop.aborted || !isReady(run)) return false;
  return !isEarly(run.step) && !run.validation.isDue(run.step) && !run.batches.waiting;
}

/** Steps whose terms may be owed. */
export function unreadAllowed(run: Run, host: LoopHost): number {
  return Math.min(mostUnread, stepsWithin(readMs, run, host));
}

/** One where they are shown one by one, and until the pace is known. */
function stepsWithin(ms: number, { pace }: Run, host: LoopHost): number {
  if (host.msBetweenSteps > 0 || pace.msPerStep === 0) return 1;
  return Math.max(1, Math.floor(ms / pace.msPerStep));
}
