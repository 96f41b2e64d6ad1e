/**
 * A loss that is no number: goes back to the last good state, takes the same steps again up to the one
 * before it broke, and finds out which part of the loss broke, and where. What is told and drawn stays
 * as it was.
 */
import type { Fault } from "#/core/fault.ts";
import type { NonFinite, TrainingBatch } from "#/engine/engine.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import type { Divergence } from "#/worker/host/metricsLog.ts";
import { whenReady } from "#/worker/host/readiness.ts";
import type { Run } from "#/worker/host/run.ts";
import { checkpointOf, engineState } from "#/worker/host/runState.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

/** Steps taken again between two reads of their terms, which nobody hears of. */
const stepsPerRead = 16;
const never = new AbortController().signal;

export interface Traced {
  readonly fault: Fault;
  /** The state of the step before, where it could be reached and is sound; the run stands there. */
  readonly kept: Checkpoint | null;
}

/**
 * @param given the batch that broke, where it was not one of the run's own.
 */
export async function trace(
  run: Run,
  host: LoopHost,
  broke: Divergence,
  given: TrainingBatch | null,
): Promise<Traced> {
  const { validation } = run;
  const lastStep = broke.step - 1;
  const [validatedLast, validatedBefore] = [
    validation.asOf(lastStep),
    validation.asOf(lastStep - 1),
  ];
  await goBack(run, host);
  if (given !== null) {
    const found = await host.jobs.run("training", () => run.engine.locate(given, run.settings));
    return { fault: notFinite(run, broke, found), kept: null };
  }
  if (!(await replay(run, host, lastStep))) {
    await goBack(run, host);
    return { fault: notFinite(run, broke, null), kept: null };
  }
  const { rewinds } = run;
  const found = await locateNext(run, host);
  // A device was lost meanwhile, and the run put back where it last was sound.
  if (run.rewinds !== rewinds) return { fault: notFinite(run, broke, null), kept: null };
  validation.restore(validatedLast);
  const before = await exported(run, host);
  if (isSound(before)) return { fault: notFinite(run, broke, found), kept: before };

  // A loss is worked out before the update: these weights broke a step before it showed.
  await goBack(run, host);
  const earlier = Math.max(run.step, lastStep - 1);
  const reached = await replay(run, host, earlier);
  const update = reached ? await locateNext(run, host) : null;
  validation.restore(validatedBefore);
  const kept = reached ? await exported(run, host) : null;
  if (kept !== null && isSound(kept)) {
    return { fault: notFinite(run, broke, update ?? found), kept };
  }
  await goBack(run, host);
  return { fault: notFinite(run, broke, update ?? found), kept: null };
}

/** Whether one can go on from it. */
export function isSound({ weights, moments }: Checkpoint): boolean {
  return [weights, moments].every((tensors) =>
    Object.values(tensors).every(({ values }) => values.every(Number.isFinite)),
  );
}

async function goBack(run: Run, { jobs }: LoopHost): Promise<void> {
  await jobs.run("training", () => {
    run.rewind();
    run.engine.importState(engineState(run.lastGood));
  });
}

/** Takes the steps up to `step` again, from the last good state. False where their images are gone. */
async function replay(run: Run, host: LoopHost, step: number): Promise<boolean> {
  // Batches that went without images are not the ones the order plans.
  if (!run.comparable) return false;
  const { rewinds } = run;
  while (run.step < step) {
    const indices = await nextIndices(run);
    if (indices === null || run.rewinds !== rewinds) return false;
    await whenReady(run, host, "training", async () => {
      if (run.rewinds !== rewinds) return;
      const taker = await run.takers(run.engine);
      taker.step(run.step, indices, run.settings);
      run.advance(indices.length);
      if (run.step === step || run.step % stepsPerRead === 0) await run.readTerms();
    });
    await host.clock.breathe();
  }
  return run.rewinds === rewinds;
}

/** What breaks in the step to come; the run stays where it is. */
async function locateNext(run: Run, { jobs }: LoopHost): Promise<NonFinite | null> {
  const indices = await nextIndices(run);
  run.batches.cursor = run.order.cursorAt(run.step);
  if (indices === null) return null;
  return jobs.run("training", () => run.engine.locate(run.batch(run.step, indices), run.settings));
}

async function nextIndices(run: Run): Promise<Uint32Array | null> {
  return run.batches.waiting ? null : run.batches.next(never);
}

async function exported(run: Run, { jobs }: LoopHost): Promise<Checkpoint> {
  return jobs.run("training", () => checkpointOf(run));
}

/** `values.layer` is "loss" where no layer's output is to blame. */
function notFinite(run: Run, { step, term: seen }: Divergence, found: NonFinite | null): Fault {
  const term = found?.term ?? seen;
  const layer = found?.layer ?? "loss";
  const keptStep = run.step;
  const place = layer === "loss" ? "in the loss itself" : `first in the layer ${layer}`;
  return {
    code: "loss-not-finite",
    message: `The loss stopped being a number at step ${step} (its ${term} term, ${place}); the weights of step ${keptStep} were kept.`,
    hint: "Go on from them with half the learning rate, or reset.",
    values: { step, keptStep, term, layer },
  };
}
