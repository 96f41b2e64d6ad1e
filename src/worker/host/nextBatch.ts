/** The batch that the next training step will take, for whoever wants to watch it go through. */
import { noImages } from "#/worker/host/faults.ts";
import type { Jobs } from "#/worker/host/jobs.ts";
import type { Run } from "#/worker/host/run.ts";
import type { ResultOf } from "#/worker/protocol/messages.ts";

/**
 * Consumes nothing: training takes the same batch. Waits for its images.
 * @throws EngineError "chunk-missing" where none can be read, "cancelled".
 */
export async function nextBatch(
  run: Run,
  jobs: Jobs,
  asked: AbortSignal,
): Promise<ResultOf<"nextBatch">> {
  const signal = AbortSignal.any([asked, run.ended.signal]);
  for (;;) {
    await run.batches.peek(signal);
    // A step may have been taken meanwhile; between two jobs, batch and step belong together.
    const next = await jobs.run("answer", () => atHand(run, signal), signal);
    if (next !== null) return next;
  }
}

/** Null while its images are on their way. */
async function atHand(run: Run, signal: AbortSignal): Promise<ResultOf<"nextBatch"> | null> {
  if (run.batches.waiting) return null;
  const indices = (await run.batches.peek(signal))?.slice();
  if (indices === undefined) throw noImages(run.config.data.set, run.order.images);
  // The arrays of a step serve the one after it.
  const { count, images, epsilon, labels } = run.batch(run.step, indices);
  return {
    ...{ step: run.step, indices, count, labels },
    images: images.slice(),
    epsilon: epsilon.slice(),
  };
}
