/** How test and training loss went since the test loss was at its best: apart, where a model overfits. */
import { type Curves, WINDOW, mean } from "#/core/diagnosis/curves.ts";

export interface SinceBest {
  /** Nats by which the test total is above its best. */
  readonly testRise: number;
  /** Nats by which the training total has fallen since. */
  readonly trainFall: number;
  readonly bestStep: number;
}

/** Test scores are of few images: they are averaged over so many previews. */
const PREVIEWS = 8;

/** Null before there is enough to tell. */
export function sinceBest(curves: Curves): SinceBest | null {
  const tests =
    curves.validation.length > 0
      ? curves.validation.map(({ step, perImage }) => ({ step, total: perImage.total }))
      : blocksOf(curves.test);
  const last = tests.at(-1);
  if (tests.length < 3 || last === undefined) return null;
  const best = tests.reduce((a, b) => (b.total < a.total ? b : a));
  const trainAt = (step: number): number => {
    const end = Math.min(curves.length, Math.max(WINDOW, indexOfStep(curves, step) + 1));
    return mean(curves.total, end - WINDOW, end);
  };
  return {
    testRise: last.total - best.total,
    trainFall: trainAt(best.step) - trainAt(last.step),
    bestStep: best.step,
  };
}

/** Means of neighbouring previews, counted from the newest backwards; each at its last step. */
function blocksOf(tests: Curves["test"]): { step: number; total: number }[] {
  const blocks: { step: number; total: number }[] = [];
  for (let end = tests.length; end >= PREVIEWS; end -= PREVIEWS) {
    const block = tests.slice(end - PREVIEWS, end);
    const total = block.reduce((sum, point) => sum + point.total, 0) / PREVIEWS;
    blocks.unshift({ step: block.at(-1)?.step ?? 0, total });
  }
  return blocks;
}

/** Index of the last recorded step at or before `step`. */
function indexOfStep({ steps, length }: Curves, step: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((steps[middle] ?? 0) <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}
