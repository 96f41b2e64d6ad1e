/** What a run's validations have found, and whether they say that it is enough. Measures nothing. */
import type { TrainingSpec } from "#/core/experiment/config.ts";
import { isOutOfPatience, validated, type ValidationState } from "#/core/training/earlyStopping.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { Checkpoint } from "#/worker/protocol/run.ts";

type Kept = Pick<Checkpoint, "validation" | "best" | "stoppedEarly">;

export class ValidationLog {
  readonly #training: TrainingSpec;
  readonly #stepsPerEpoch: number;
  #at = 0;
  /** Before the newest. */
  #before: Kept = { validation: null, best: null, stoppedEarly: false };
  state: ValidationState | null = null;
  /** Of the best validation, where going back to it may be asked for. */
  best: Checkpoint["best"] = null;
  stoppedEarly = false;

  constructor(training: TrainingSpec, stepsPerEpoch: number, from: Kept) {
    this.#training = training;
    this.#stepsPerEpoch = stepsPerEpoch;
    this.restore(from);
  }

  /** What was known of the model after `step` steps; one validation can be taken back. */
  asOf(step: number): Kept {
    return this.#at > step ? this.#before : this.#kept;
  }

  get #kept(): Kept {
    const { state: validation, best, stoppedEarly } = this;
    return { validation, best, stoppedEarly };
  }

  /** As it was when `kept` was written. */
  restore({ validation, best, stoppedEarly }: Kept): void {
    this.state = validation;
    this.best = best;
    this.stoppedEarly = stoppedEarly;
    // There was one every epoch since the best.
    this.#at =
      validation === null ? 0 : validation.bestStep + validation.waited * this.#stepsPerEpoch;
  }

  /** Training goes on, though patience had ended. */
  goOn(): void {
    this.stoppedEarly = false;
  }

  /** Whether the model after `step` steps ends an epoch and has not been validated. */
  isDue(step: number): boolean {
    if (this.#training.validation === "never" || step === 0) return false;
    return step % this.#stepsPerEpoch === 0 && step > this.#at;
  }

  /** Whether a validation with this loss is the best so far and its weights are worth keeping. */
  wantsWeights(loss: number, step: number): boolean {
    return this.#training.restoreBest && validated(this.state, loss, step).bestStep === step;
  }

  /** A validation of the model after `step` steps, with `loss` in the training convention. */
  add(loss: number, step: number, weights: Weights | null): void {
    this.#before = this.#kept;
    this.state = validated(this.state, loss, step);
    this.#at = step;
    this.stoppedEarly = isOutOfPatience(this.state, this.#training.patience);
    if (weights !== null) this.best = { step, weights };
  }
}
