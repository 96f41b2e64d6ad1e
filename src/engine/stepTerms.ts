/** A step's loss, twice, from four means over its batch: whatever computed them. */
import { type Convention, effectiveBeta } from "#/core/objective/convention.ts";
import type { StepTerms } from "#/engine/engine.ts";

/** Nats per image. */
export interface BatchMeans {
  /** As the loss has it, summed over pixels. */
  readonly reconstruction: number;
  /** In full, for λ read as log σ²; 0 for an autoencoder. */
  readonly kl: number;
  /** What is charged of it after free bits. */
  readonly chargedKl: number;
  /** Bernoulli cross-entropy of the displayed pixels. */
  readonly displayed: number;
}

/** `convention` is that of the batch's real count. */
export function stepTerms(means: BatchMeans, convention: Convention, beta: number): StepTerms {
  const reconstruction = convention.reconstruction * means.reconstruction;
  const kl = convention.kl * means.chargedKl;
  const total = means.displayed + effectiveBeta(convention, beta) * means.kl;
  return {
    loss: { total: reconstruction + beta * kl, reconstruction, kl },
    perImage: { total, reconstruction: means.displayed, kl: means.kl },
  };
}
