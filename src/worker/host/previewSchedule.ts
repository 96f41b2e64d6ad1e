/**
 * When a preview is due, and how many points it may encode: often at the start, where much happens,
 * then four times a second, and never more than a fifth of the time. Draws nothing itself.
 */
const earlySteps = new Set([0, 1, 2, 4, 8, 16, 32, 64, 128]);
const intervalMs = 250;
/** Early previews are sent whatever their share of the time, unless one costs more than this. */
const patienceMs = 120;
/** Training time before the next preview, in units of what the last one took. */
const trainingShare = 4;
const pointChoices = [1000, 500, 250, 100] as const;
const pointsBudgetMs = 100;

export class PreviewSchedule {
  #lastAt = -Infinity;
  #lastStep = -1;
  #cost = 0;
  #trainedAtLast = -Infinity;

  /** `trainedMs`: time spent in steps so far. */
  due(step: number, now: number, trainedMs: number): boolean {
    if (step === this.#lastStep) return false;
    if (earlySteps.has(step) && this.#cost <= patienceMs) return true;
    const rested = trainedMs - this.#trainedAtLast >= trainingShare * this.#cost;
    return rested && now - this.#lastAt >= intervalMs;
  }

  sent(step: number, now: number, cost: number, trainedMs: number): void {
    this.#lastAt = now;
    this.#lastStep = step;
    this.#cost = cost;
    this.#trainedAtLast = trainedMs;
  }
}

/** How many points to encode while training, when one takes `msPerPoint` (0: not known yet). */
export function pointsWhileTraining(msPerPoint: number): number {
  if (msPerPoint === 0) return 500;
  return pointChoices.find((count) => count * msPerPoint <= pointsBudgetMs) ?? 100;
}
