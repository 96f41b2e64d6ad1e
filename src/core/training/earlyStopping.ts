/**
 * When training has gone on for long enough: validation by validation, the best loss and how many
 * have passed without a better one (Prechelt, 1998; as Keras counts patience).
 */

export interface ValidationState {
  /** Lowest validation loss so far, in the training convention. */
  readonly best: number;
  readonly bestStep: number;
  /** Validations since the best one. */
  readonly waited: number;
}

/** A validation loss that is no number never counts as better. */
export function validated(
  before: ValidationState | null,
  loss: number,
  step: number,
): ValidationState {
  if (before === null || loss < before.best || Number.isNaN(before.best)) {
    return { best: loss, bestStep: step, waited: 0 };
  }
  return { ...before, waited: before.waited + 1 };
}

/** Patience 0 waits for ever. */
export function isOutOfPatience(state: ValidationState, patience: number): boolean {
  return patience > 0 && state.waited >= patience;
}
