/**
 * What leaves a run: terms once an engine has them, progress, and checkpoints. A loss that is no number
 * is met here.
 */
import { EngineError } from "#/core/fault.ts";
import type { TrainingBatch } from "#/engine/engine.ts";
import { isSound, trace } from "#/worker/host/divergence.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import type { Run } from "#/worker/host/run.ts";
import { checkpointOf, progressOf } from "#/worker/host/runState.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

/**
 * @param given the batch of the last step, where it was not one of the run's own.
 * @throws EngineError "loss-not-finite", with the run at the state that is kept.
 */
export async function readTerms(
  run: Run,
  host: LoopHost,
  given: TrainingBatch | null = null,
): Promise<void> {
  if (run.log.unread === 0) return;
  const { clock, jobs } = host;
  const broke = await jobs.run("training", async () => {
    const began = clock.now();
    const terms = await run.readTerms();
    run.pace.read(clock.now() - began);
    return run.log.settle(terms);
  });
  if (broke === null) return;
  tell(run, host);
  // The others do not wait while this one looks for the reason.
  host.turns.leave();
  const { fault, kept } = await trace(run, host, broke, given);
  if (kept !== null) keep(run, host, kept);
  throw new EngineError(fault);
}

/** What has been learnt since the last report, and where the run stands. */
export function report(run: Run, host: LoopHost): void {
  run.pace.mark(host.clock.now(), run.imagesSeen);
  tell(run, host);
  host.emit({ type: "progress", runId: run.id, progress: progressOf(run) });
}

function tell(run: Run, { emit }: LoopHost): void {
  const batch = run.log.drain();
  if (batch !== null) emit({ type: "metrics", runId: run.id, batch });
}

/** Keeps the state as the one to go back to, if it is sound, and sends it to the page. @returns whether. */
export async function saveCheckpoint(run: Run, host: LoopHost): Promise<boolean> {
  await readTerms(run, host);
  const checkpoint = await host.jobs.run("training", () => checkpointOf(run));
  // A loss is worked out before the update: weights may break a step before it shows.
  const sound = isSound(checkpoint);
  if (sound) keep(run, host, checkpoint);
  return sound;
}

function keep(run: Run, { emit }: LoopHost, checkpoint: Checkpoint): void {
  run.lastGood = checkpoint;
  emit({ type: "checkpoint", runId: run.id, checkpoint });
}
