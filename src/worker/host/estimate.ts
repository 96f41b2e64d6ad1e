/** What an answer would cost: a little of it is done and timed, and the run is left as it was. */
import { EngineError } from "#/core/fault.ts";
import { cancelledFault } from "#/worker/protocol/errors.ts";
import { busy } from "#/worker/host/faults.ts";
import { PieceSizer, type PieceRunner } from "#/worker/host/chunked.ts";
import { scorer } from "#/worker/host/importance.ts";
import { type ReadyHost, whenReady } from "#/worker/host/readiness.ts";
import type { Run } from "#/worker/host/run.ts";
import { noiseAt } from "#/worker/host/noise.ts";
import type { Params, ResultOf } from "#/worker/protocol/messages.ts";

type Estimate = ResultOf<"estimate">;

const timedSteps = 3;
/** Nobody waits longer than this for an estimate, if one step does not. */
const patienceMs = 4000;
const timedPieces = [32, 64, 128];

/**
 * Up to three real steps from where the run stands, then its state again; nothing is told of them.
 * The first pays for compiling and counts only where it is alone.
 * @throws EngineError "busy" while it trains, unless its pace is known; "cancelled".
 */
export async function estimateTraining(
  run: Run,
  host: PieceRunner & ReadyHost,
  training: boolean,
  signal: AbortSignal,
): Promise<Estimate> {
  if (training) {
    if (run.pace.msPerStep === 0) throw busy();
    return total(run, run.pace.msPerStep, 0);
  }
  // Any images do: the batches of the order are the training's own.
  const wanted = run.images.first("train", Math.min(run.config.training.batch, run.order.images));
  const fault = await run.images.settled("train", wanted, signal);
  const indices = wanted.filter((index) => run.images.has("train", index));
  if (indices.length === 0) throw new EngineError(fault ?? cancelledFault);
  return whenReady(
    run,
    host,
    "training",
    async () => {
      // Its terms would be mixed up with those of a training that has begun meanwhile.
      if (run.log.unread > 0) throw busy();
      const times = await timeSteps(run, indices, host.clock);
      const msPerImage = await timeScoring(run, host.clock);
      return total(run, mean(times.length > 1 ? times.slice(1) : times), msPerImage);
    },
    signal,
  );
}

/** Of each step, ms; also where one fails the model is as it was before. */
async function timeSteps(
  run: Run,
  indices: Uint32Array,
  clock: PieceRunner["clock"],
): Promise<readonly number[]> {
  const { engine, settings } = run;
  const state = await engine.exportState();
  const batch = run.batch(run.step, indices);
  const began = clock.now();
  const times: number[] = [];
  try {
    while (times.length < timedSteps && (times.length < 1 || clock.now() - began < patienceMs)) {
      const at = clock.now();
      engine.step(batch, settings);
      await engine.readTerms();
      times.push(clock.now() - at);
    }
  } finally {
    // A lost device took its engine with it; there is another one then.
    if (run.engine === engine) engine.importState(state);
  }
  return times;
}

/** Of one image of a validation, ms; 0 where there is none. */
async function timeScoring(run: Run, clock: PieceRunner["clock"]): Promise<number> {
  if (run.config.training.validation === "never") return 0;
  const { vae } = run;
  const count = Math.min(run.config.training.batch, run.images.count("test"));
  const images = new Float32Array(count * vae.pixels);
  const labels = vae.classes > 0 ? new Uint8Array(count) : null;
  const epsilon = new Float32Array(count * vae.latent);
  const ask = () => run.engine.score({ count, images, targets: images, epsilon, labels });
  // The first pays for compiling.
  await ask();
  const began = clock.now();
  await ask();
  return (clock.now() - began) / count;
}

/** From where the run stands to its planned end. */
function total(run: Run, msPerStep: number, msPerImage: number): Estimate {
  const steps = Math.max(0, run.plannedSteps - run.step);
  const validations = Math.ceil(steps / run.order.stepsPerEpoch);
  const ms = steps * msPerStep + validations * run.images.count("test") * msPerImage;
  return { seconds: ms / 1000, msPerStep };
}

/** The bound's time is that of its draws; some are timed on blank images. `msPerStep` is that of one draw. */
export async function estimateImportance(
  run: Run,
  runner: PieceRunner,
  { samples, images }: Extract<Params<"estimate">, { of: "iwae" }>,
  signal: AbortSignal,
): Promise<Estimate> {
  const { vae, images: source, prepare, config } = run;
  const subject = {
    ...{ vae, images: source, prepare, config },
    get engine() {
      return run.engine;
    },
  };
  const score = await scorer(runner, subject, signal);
  const sizer = new PieceSizer();
  for (const rows of timedPieces) {
    const z = noiseAt(config.training.seed, "iwae", 0, rows, vae.latent);
    const blank = new Float32Array(rows * vae.pixels);
    const labels = vae.classes > 0 ? new Uint8Array(rows) : null;
    await runner.jobs.run(
      "evaluation",
      async () => {
        const began = runner.clock.now();
        await score({ images: blank, targets: blank, labels }, z, rows);
        sizer.learn(rows, runner.clock.now() - began);
      },
      signal,
    );
  }
  return { seconds: (sizer.msPerRow * samples * images) / 1000, msPerStep: sizer.msPerRow };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
