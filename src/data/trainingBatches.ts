/**
 * Training batches from a data set that may still be arriving: waits for the chunk that is next,
 * passes over what failed, and asks for a chunk shortly before it is needed, not sooner, so that
 * thirty laptops in one room do not fetch what nobody will train on.
 */
import type { DataCursor, DataOrder } from "#/core/data/order.ts";
import type { Dataset } from "#/data/openDataset.ts";

/** Ask for a chunk when training is this many images away from it. */
const lookAhead = 3000;

export interface TrainingBatches {
  /** Where the next batch begins; assign to resume. */
  cursor: DataCursor;
  /** True while `next` would have to wait for the network. */
  readonly waiting: boolean;
  /** True once a batch went without images that had failed: others train on more. */
  readonly passedOver: boolean;
  /**
   * The next batch's images, as indices into `dataset.train`, and moves the cursor past them. Null
   * if an epoch holds nothing sound. Rejects with an AbortError; the cursor then stays.
   */
  next(signal: AbortSignal): Promise<Uint32Array | null>;
  /** As `next`, with the cursor left where it is. */
  peek(signal: AbortSignal): Promise<Uint32Array | null>;
}

interface Upcoming {
  readonly indices: Uint32Array;
  readonly next: DataCursor;
  /** Whether it goes without images that had failed. */
  readonly metFailed: boolean;
}

export function createTrainingBatches(dataset: Dataset, order: DataOrder): TrainingBatches {
  const stateOf = (index: number) => dataset.stateOf("train", index);
  let cursor = order.cursorAt(0);
  let passedOver = false;

  function fetchAhead(): void {
    const soon = order.peek(cursor, Math.min(lookAhead, order.images - 1));
    if (stateOf(soon) === "waiting") void dataset.whenImage("train", soon);
  }

  /** The batch at the cursor, as soon as all of it that is sound is here. */
  async function upcoming(signal: AbortSignal): Promise<Upcoming | null> {
    for (;;) {
      if (signal.aborted) throw abortError();
      let metFailed = false;
      const plan = order.plan(cursor, (index) => {
        const state = stateOf(index);
        if (state === "failed") metFailed = true;
        return state;
      });
      if (plan.kind === "none") return null;
      if (plan.kind === "batch") return { ...plan, metFailed };
      await untilAborted(dataset.whenImage("train", plan.index), signal);
    }
  }

  return {
    get cursor() {
      return cursor;
    },
    set cursor(value) {
      cursor = value;
    },
    get waiting() {
      return order.plan(cursor, stateOf).kind === "waiting";
    },
    get passedOver() {
      return passedOver;
    },
    async next(signal) {
      const batch = await upcoming(signal);
      if (batch === null) return null;
      cursor = batch.next;
      passedOver ||= batch.metFailed;
      fetchAhead();
      return batch.indices;
    },
    peek: async (signal) => (await upcoming(signal))?.indices ?? null,
  };
}

/** Stops waiting when the signal fires; the download itself goes on, others may want it. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(abortError());
    };
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", onAbort);
    });
  });
}

function abortError(): DOMException {
  return new DOMException("Stopped while waiting for data", "AbortError");
}
