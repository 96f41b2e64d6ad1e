/**
 * In which order training meets the images: a function of seed and manifest alone, never of when a
 * chunk happened to arrive. The first epoch visits the chunks in manifest order, shuffled within
 * each, so it can start on the first; later epochs shuffle the whole set. Any place in it is a
 * cursor, so a run resumes where it was. Knows indices, not pixels.
 */
import { createRng } from "#/core/rng.ts";

/** The next image is number `position` of epoch `epoch`; both count from 0. */
export interface DataCursor {
  readonly epoch: number;
  readonly position: number;
}

export interface DataOrderOptions {
  readonly seed: number;
  /** Images in each training chunk, in manifest order. */
  readonly chunkCounts: readonly number[];
  /** Use the first so many images in manifest order; null for all. */
  readonly trainLimit: number | null;
  readonly batch: number;
  readonly lastBatch: "keep" | "drop";
}

/** Whether an image can be had: "failed" ones are passed over, "waiting" ones hold the batch up. */
export type ImageState = "loaded" | "waiting" | "failed";

export type BatchPlan =
  | { readonly kind: "batch"; readonly indices: Uint32Array; readonly next: DataCursor }
  /** Ask again once this training image has arrived or failed. */
  | { readonly kind: "waiting"; readonly index: number }
  /** A whole epoch holds no batch of sound images. */
  | { readonly kind: "none" };

export interface DataOrder {
  /** Images in an epoch. */
  readonly images: number;
  readonly stepsPerEpoch: number;
  /** Where step `step` (from 0) begins, if no chunk has failed. */
  cursorAt(step: number): DataCursor;
  /** The batch that begins at `cursor`. Its last images may be fewer than `batch` ("keep"). */
  plan(cursor: DataCursor, stateOf: (index: number) => ImageState): BatchPlan;
  /** The training image `ahead` places after `cursor`, in this epoch or the next. */
  peek(cursor: DataCursor, ahead: number): number;
}

export function createDataOrder(options: DataOrderOptions): DataOrder {
  const { batch, lastBatch } = options;
  const available = options.chunkCounts.reduce((sum, count) => sum + count, 0);
  const images = Math.min(options.trainLimit ?? available, available);
  const stepsPerEpoch =
    lastBatch === "keep" ? Math.ceil(images / batch) : Math.floor(images / batch);
  const permutation = lastPermutation(options, images);

  /** From `cursor` to the end of its epoch; null when what is left there makes no batch. */
  function planWithin(
    cursor: DataCursor,
    stateOf: (index: number) => ImageState,
  ): BatchPlan | null {
    const order = permutation(cursor.epoch);
    const indices = new Uint32Array(Math.min(batch, images));
    let count = 0;
    let position = cursor.position;
    for (; position < images && count < batch; position++) {
      const index = order[position] ?? 0;
      const state = stateOf(index);
      if (state === "waiting") return { kind: "waiting", index };
      if (state === "loaded") indices[count++] = index;
    }
    if (count === 0 || (count < batch && lastBatch === "drop")) return null;
    const epochEnds = position === images;
    const next = epochEnds
      ? { epoch: cursor.epoch + 1, position: 0 }
      : { epoch: cursor.epoch, position };
    return { kind: "batch", indices: indices.subarray(0, count), next };
  }

  return {
    images,
    stepsPerEpoch,
    cursorAt: (step) => ({
      epoch: Math.floor(step / stepsPerEpoch),
      position: (step % stepsPerEpoch) * batch,
    }),
    plan(cursor, stateOf) {
      // The rest of this epoch, else the next from its start; if that holds none, none does.
      return (
        planWithin(cursor, stateOf) ??
        planWithin({ epoch: cursor.epoch + 1, position: 0 }, stateOf) ?? { kind: "none" }
      );
    },
    peek(cursor, ahead) {
      const place = cursor.position + ahead;
      const epoch = cursor.epoch + Math.floor(place / images);
      return permutation(epoch)[place % images] ?? 0;
    },
  };
}

/** Epoch → its images. Two are kept: looking ahead crosses from one epoch to the next. */
function lastPermutation(
  { seed, chunkCounts }: DataOrderOptions,
  images: number,
): (epoch: number) => Uint32Array {
  const kept = new Map<number, Uint32Array>();
  const shuffles = createRng(seed).fork("shuffle");

  function build(epoch: number): Uint32Array {
    const order = Uint32Array.from({ length: images }, (_, index) => index);
    const rng = shuffles.fork(`epoch ${epoch}`);
    if (epoch > 0) {
      rng.shuffle(order);
      return order;
    }
    let start = 0;
    for (const count of chunkCounts) {
      rng.shuffle(order.subarray(start, Math.min(start + count, images)));
      start += count;
    }
    return order;
  }

  return (epoch) => {
    const order = kept.get(epoch) ?? build(epoch);
    for (const old of kept.keys()) if (Math.abs(old - epoch) > 1) kept.delete(old);
    kept.set(epoch, order);
    return order;
  };
}
