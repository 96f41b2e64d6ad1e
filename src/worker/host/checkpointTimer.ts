/**
 * When a run is to keep its state, so that what a lost device or a crash takes along is never more than
 * five seconds of training, however long a step takes. Keeps nothing itself.
 */
import type { Clock } from "#/worker/host/clock.ts";

/** Where steps are short. */
const usualMs = 3000;
/** Five seconds, less what it takes to read the state back. */
const oldestMs = 4500;

export class CheckpointTimer {
  readonly #clock: Pick<Clock, "now">;
  #keptAt: number;
  #turnAt: number;
  #validationMs = Infinity;

  /** The state is kept now. */
  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
    this.#keptAt = this.#turnAt = clock.now();
  }

  /** Between two steps. Whether it is time, or would be too late after another step like the last. */
  due(): boolean {
    const now = this.#clock.now();
    const turn = now - this.#turnAt;
    this.#turnAt = now;
    return now - this.#keptAt >= usualMs || this.#tooOldAfter(turn);
  }

  /** Whether a validation as long as the last would end too late. */
  get dueBeforeValidation(): boolean {
    return this.#tooOldAfter(this.#validationMs);
  }

  /** Keeps the state as it is now. */
  async keep(save: () => Promise<unknown>): Promise<void> {
    const asOf = this.#clock.now();
    await save();
    this.#keptAt = asOf;
  }

  async validation(work: () => Promise<void>): Promise<void> {
    const began = this.#clock.now();
    await work();
    this.#validationMs = this.#clock.now() - began;
  }

  #tooOldAfter(ms: number): boolean {
    return this.#clock.now() - this.#keptAt + ms > oldestMs;
  }
}
