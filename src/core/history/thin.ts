/**
 * Which frame of a history to let go when there are too many: the one whose neighbours lie closest
 * together, so that what stays is spread evenly over the run. Knows steps alone, not pictures.
 */

/** Much happens here; these frames go last. */
const earlySteps: ReadonlySet<number> = new Set([0, 1, 2, 4, 8, 16, 32, 64, 128]);

/**
 * Index of the frame to drop, or null when none may go. The first and the last always stay.
 *
 * @param steps ascending
 * @param pinned an index that must stay too (someone is looking at it); null for none
 */
export function leastMissed(steps: readonly number[], pinned: number | null): number | null {
  return (
    smallestGap(steps, (step, i) => i !== pinned && !earlySteps.has(step)) ??
    smallestGap(steps, (_, i) => i !== pinned)
  );
}

function smallestGap(
  steps: readonly number[],
  mayGo: (step: number, index: number) => boolean,
): number | null {
  let best: number | null = null;
  let bestGap = Infinity;
  for (let i = 1; i < steps.length - 1; i++) {
    const gap = (steps[i + 1] ?? 0) - (steps[i - 1] ?? 0);
    if (gap < bestGap && mayGo(steps[i] ?? 0, i)) {
      best = i;
      bestGap = gap;
    }
  }
  return best;
}

/** Index of the step nearest to `step`; the earlier of two as near. Null when there are none. */
export function nearestStep(steps: readonly number[], step: number): number | null {
  let best: number | null = null;
  let distance = Infinity;
  for (const [i, at] of steps.entries()) {
    if (Math.abs(at - step) < distance) {
      best = i;
      distance = Math.abs(at - step);
    }
  }
  return best;
}
