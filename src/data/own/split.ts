/**
 * Which images train and which test, and in what order they are stored: a function of the labels
 * and a seed, settled before anything is decoded. A tenth of each class tests; the training order
 * begins with as many of each class as of any other, so that a run on the first chunk meets all.
 */
import { createRng } from "#/core/rng.ts";

export interface SplitPlan {
  /** Indices of the images, in stored order. */
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Fewer images of one class than this all train: a single one would tell nothing. */
const leastOfClassTested = 3;

export function planSplit(
  labels: Uint8Array,
  options: { readonly seed: number; readonly firstChunk: number },
): SplitPlan {
  const rng = createRng(options.seed).fork("own-split");
  const byClass = new Map<number, number[]>();
  labels.forEach((label, index) => {
    const members = byClass.get(label);
    if (members === undefined) byClass.set(label, [index]);
    else members.push(index);
  });
  const test: number[] = [];
  const ranked: { index: number; rank: number }[] = [];
  for (const members of byClass.values()) {
    const shuffled = Uint32Array.from(members);
    rng.shuffle(shuffled);
    const tested = testedOf(shuffled.length);
    test.push(...shuffled.subarray(0, tested));
    shuffled.subarray(tested).forEach((index, rank) => ranked.push({ index, rank }));
  }
  // A set of many tiny classes still needs something to be tested on.
  const last = ranked.length > 1 && test.length === 0 ? ranked.pop() : undefined;
  if (last !== undefined) test.push(last.index);
  ranked.sort((a, b) => a.rank - b.rank);
  const order = Uint32Array.from(ranked, ({ index }) => index);
  rng.shuffle(order.subarray(0, options.firstChunk));
  rng.shuffle(order.subarray(options.firstChunk));
  const tested = Uint32Array.from(test);
  rng.shuffle(tested);
  return { train: order, test: tested };
}

function testedOf(count: number): number {
  return count < leastOfClassTested ? 0 : Math.max(1, Math.round(count / 10));
}
