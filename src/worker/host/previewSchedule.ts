/**
 * When a preview is due, and how many points it may encode: often at the start, where much happens,
 * then four times a second, and never more than a fifth of the time. Each lane pays for its pictures
 * with its own time in steps, so that several together spend no more than one, and alike. Draws
 * nothing itself.
 */
const earlySteps = new Set([0, 1, 2, 4, 8, 16, 32, 64, 128]);
const intervalMs = 250;

/** Whether the model after `step` steps is worth a picture whatever the time. */
export function isEarly(step: number): boolean {
  return earlySteps.has(step);
}

/** Early previews are sent whatever their share of the time, unless one costs more than this. */
const patienceMs = 120;
/** Training time before the next preview, in units of what the last one took. */
const trainingShare = 4;
/** Pictures that take no more than this part of the time do not wait for other lanes. */
const trifle = 50;
/** Frames whose decoder's weights come along: the early ones, then each fifth. */
const framesPerDecoder = 5;

export class PreviewSchedule {
  #lastAt = -Infinity;
  #lastStep = -1;
  #cost = 0;
  #trainedAtLast = -Infinity;
  #framesSinceDecoder = 0;

  /**
   * @param trainedMs time spent in steps so far.
   * @param lanes how many train; their steps take so much longer.
   */
  due(step: number, now: number, trainedMs: number, lanes: number): boolean {
    if (step === this.#lastStep) return false;
    if (isEarly(step) && this.#cost <= patienceMs) return true;
    const rested = trainedMs - this.#trainedAtLast >= trainingShare * this.#cost;
    // As many pictures to a step as alone, or more where they take next to no time.
    const interval = Math.min(lanes * intervalMs, trifle * this.#cost);
    return rested && now - this.#lastAt >= Math.max(intervalMs, interval);
  }

  /** Whether the next frame should carry the decoder's weights, so that one can drag in it later. */
  wantsDecoder(step: number): boolean {
    return isEarly(step) || this.#framesSinceDecoder >= framesPerDecoder - 1;
  }

  sent(step: number, now: number, cost: number, trainedMs: number): void {
    this.#framesSinceDecoder = this.wantsDecoder(step) ? 0 : this.#framesSinceDecoder + 1;
    this.#lastAt = now;
    this.#lastStep = step;
    this.#cost = cost;
    this.#trainedAtLast = trainedMs;
  }
}

const trainingPoints = { choices: [1000, 500, 250, 100], budgetMs: 100, unknown: 100 } as const;
const restingPoints = {
  choices: [5000, 2000, 1000, 500, 250, 100],
  budgetMs: 2000,
  unknown: 1000,
} as const;

/**
 * How many points to encode when one takes `msPerPoint` (0: not known yet). While training it is
 * training's time that is spent; at rest it is that of the person who waits.
 */
export function affordablePoints(msPerPoint: number, training: boolean): number {
  const { choices, budgetMs, unknown } = training ? trainingPoints : restingPoints;
  if (msPerPoint === 0) return unknown;
  return choices.find((count) => count * msPerPoint <= budgetMs) ?? 100;
}
