/**
 * Who takes a run's steps: the engine from indices alone, where it makes its batches itself and the
 * images go as they are stored; else each batch is made here and given to it.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { Engine, Feed } from "#/engine/engine.ts";
import type { FeedPlan } from "#/engine/feed.ts";
import type { ImageSource } from "#/worker/host/imageSource.ts";
import { stepStreams } from "#/worker/host/noise.ts";
import type { StepBatch } from "#/worker/host/stepBatch.ts";

/** That of `engine`; opened when it is first asked for. */
export type StepTakers = (engine: Engine) => Promise<Feed>;

/** @param count images that training meets: the first of the source's */
export function createStepTakers(
  { data, training }: Pick<ExperimentConfig, "data" | "training">,
  { stored }: Pick<ImageSource, "stored">,
  count: number,
  batch: StepBatch,
): StepTakers {
  const streams = stepStreams(training.seed);
  const plan: FeedPlan | null = stored && {
    images: { source: stored, count },
    pixels: data.pixels,
    batch: training.batch,
    keys: {
      epsilon: streams.epsilon.key,
      dropout: streams.dropout.key,
      binarise: streams.binarise.key,
    },
  };
  let last: { readonly engine: Engine; readonly taker: Feed } | null = null;

  return async (engine) => {
    if (last?.engine === engine) return last.taker;
    // A device without the memory for the images, or without a kernel that reads them, still trains.
    const fed = plan && (await engine.openFeed?.(plan).catch(() => null));
    const taker = fed ?? givenBatches(engine, batch);
    last = { engine, taker };
    return taker;
  };
}

function givenBatches(engine: Engine, batch: StepBatch): Feed {
  return {
    room: 1,
    step(step, indices, settings) {
      engine.step(batch(step, indices), settings);
    },
    submit: () => undefined,
  };
}
