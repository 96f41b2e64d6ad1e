/** How gradients become changes of the weights, as a person writes it down. */

export const optimizerKinds = ["adam", "rmsprop", "sgd"] as const;
export type OptimizerKind = (typeof optimizerKinds)[number];

/**
 * Where Adam's ε stands: beside √v̂, the corrected moment (Kingma & Ba, algorithm 1; PyTorch), or
 * beside √v, the uncorrected one (TensorFlow, Keras). RMSProp has no correction: both are the same.
 */
export const epsilonPlacements = ["corrected", "uncorrected"] as const;
export type EpsilonPlacement = (typeof epsilonPlacements)[number];

/**
 * Factor on the learning rate over the steps: 1; 0 → 1 over `scheduleSteps`, then 1; half a cosine
 * from 1 to `scheduleFactor` over `scheduleSteps` (Loshchilov & Hutter, 2017); × `scheduleFactor`
 * after every `scheduleSteps`; the same as a smooth exponential.
 */
export const rateSchedules = ["constant", "warmup", "cosine", "staircase", "exponential"] as const;
export type RateSchedule = (typeof rateSchedules)[number];

export interface OptimizerSpec {
  readonly kind: OptimizerKind;
  readonly learningRate: number;
  readonly schedule: RateSchedule;
  readonly scheduleSteps: number;
  readonly scheduleFactor: number;
  /** Added to a root so that it can divide. Idle for SGD. */
  readonly epsilon: number;
  readonly epsilonPlacement: EpsilonPlacement;
  /** Of the mean square: Adam's β₂, RMSProp's ρ. Idle for SGD. */
  readonly decay: number;
  /** Adam's β₁; of the velocity for RMSProp and SGD, 0 without one. */
  readonly momentum: number;
  /** Gradients longer than this, as one vector, are shortened to it (Pascanu et al., 2013); 0: never. */
  readonly clip: number;
}
