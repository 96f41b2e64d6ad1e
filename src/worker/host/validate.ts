/**
 * The validation after an epoch: the test split scored in the training convention, in pieces between
 * which questions are answered, and the end of training where patience ends.
 */
import { EngineError } from "#/core/fault.ts";
import { PieceSizer } from "#/worker/host/chunked.ts";
import type { LoopHost } from "#/worker/host/loopHost.ts";
import { readTerms, report } from "#/worker/host/reports.ts";
import type { Run } from "#/worker/host/run.ts";
import { scoreImages } from "#/worker/host/scoreImages.ts";
import { TermSums } from "#/worker/host/termSums.ts";
import { toFault } from "#/worker/protocol/errors.ts";

const reportMs = 100;

/**
 * Scores the model as it is and notes what was found. Stopped in between it notes nothing, and is due
 * again when training goes on.
 * @throws EngineError "loss-not-finite", engine faults, or why no test image could be read.
 */
export async function validate(run: Run, host: LoopHost, stop: AbortSignal): Promise<void> {
  const { rewinds } = run;
  // A loss that is no number ends training before the model is worth validating.
  await readTerms(run, host);
  const sums = await scoreTestSplit(run, host, stop)
    .catch((error: unknown) => {
      if (stop.aborted && toFault(error).code === "cancelled") return null;
      throw error;
    })
    .finally(() => {
      run.validating = null;
    });
  run.pace.restart();
  if (sums === null || run.rewinds !== rewinds) return;
  await note(run, host, sums);
  report(run, host);
}

async function scoreTestSplit(run: Run, host: LoopHost, stop: AbortSignal): Promise<TermSums> {
  const indices = await testImages(run, host, stop);
  const { vae, images, prepare, config } = run;
  const subject = {
    ...{ vae, images, prepare },
    get engine() {
      return run.engine;
    },
  };
  const sums = new TermSums(vae.latent, config.objective);
  const of = { split: "test", indices, seed: config.training.seed, stream: "validation" } as const;
  let reportedAt = host.clock.now();
  await scoreImages(host, "evaluation", subject, of, new PieceSizer(), stop, (terms, piece) => {
    sums.add(terms, piece.rows);
    run.validating = (piece.from + piece.rows) / indices.length;
    if (host.clock.now() - reportedAt < reportMs) return;
    report(run, host);
    reportedAt = host.clock.now();
  });
  return sums;
}

/** All that can be read, once they are here. */
async function testImages(run: Run, host: LoopHost, stop: AbortSignal): Promise<Uint32Array> {
  const { images } = run;
  const all = images.first("test", Infinity);
  const missing = images.loaded("test", Infinity).length < all.length;
  if (missing) {
    run.phase = "waiting";
    report(run, host);
  }
  const fault = await images.settled("test", all, stop).finally(() => {
    if (missing) run.phase = "training";
  });
  const here = images.loaded("test", Infinity);
  if (here.length === 0 && fault !== null) throw new EngineError(fault);
  return here;
}

/** What was found; the best weights where they may be wanted again, and back to them where they are. */
async function note(run: Run, { jobs }: LoopHost, sums: TermSums): Promise<void> {
  const { step, validation, rewinds } = run;
  // β of the step just taken, not of the one to come.
  const terms = sums.written(run.configNow, run.vae, run.settingsAt(step - 1));
  await jobs.run("training", async () => {
    // A device was lost while this waited: the model here is an earlier one.
    if (run.rewinds !== rewinds) return;
    const wanted = validation.wantsWeights(terms.loss.total, step);
    const weights = wanted ? (await run.engine.exportState()).weights : null;
    run.log.addValidation({ step, ...terms });
    validation.add(terms.loss.total, step, weights);
    if (!validation.stoppedEarly || validation.best === null) return;
    const { optimizer } = await run.engine.exportState();
    run.engine.importState({ weights: validation.best.weights, optimizer });
  });
}
