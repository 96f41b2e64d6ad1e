/**
 * The training loop: turns of a few milliseconds, room for questions between them, and reports at
 * their own pace. Drives a `Run` to its target or until it is stopped; owns no state beyond the call.
 */
import { CheckpointTimer } from "#/worker/host/checkpointTimer.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import { untilReady } from "#/worker/host/readiness.ts";
import { readTerms, report, saveCheckpoint } from "#/worker/host/reports.ts";
import type { Run } from "#/worker/host/run.ts";
import { takeTurn, unreadAllowed } from "#/worker/host/turn.ts";
import { validate } from "#/worker/host/validate.ts";

const reportMs = 100;

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
  const timer = new CheckpointTimer(clock);
  const keepWhatIsNew = async () => {
    if (run.step !== run.lastGood.step) await timer.keep(() => saveCheckpoint(run, host));
  };
  for (;;) {
    // Again where a device failed meanwhile, and the run was put back to where it had begun.
    while (run.validation.isDue(run.step) && !stop.aborted) {
      turns.leave();
      if (timer.dueBeforeValidation) await keepWhatIsNew();
      await timer.validation(() => validate(run, host, stop));
      if (run.validation.stoppedEarly) return;
    }
    if (isOver()) return;
    if (run.batches.waiting) {
      await keepWhatIsNew();
      await waitForData(run, host, stop);
    }
    await untilReady(run, host, stop);
    await turns.next(imagesSeen, stop);
    if (isOver()) return;
    await takeTurn(run, host, stop);
    turns.taken();
    if (run.log.unread >= unreadAllowed(run, host)) await readTerms(run, host);
    await host.offerPreview(stop);
    if (clock.now() - reportedAt >= reportMs) {
      await readTerms(run, host);
      report(run, host);
      reportedAt = clock.now();
    }
    if (timer.due()) await timer.keep(() => saveCheckpoint(run, host));
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
