/**
 * In which units a loss is written, and what it amounts to: with R the reconstruction of an image
 * summed over its pixels and K its KL divergence summed over dimensions (with the ½), both as means
 * over the batch, every objective here is a·R + β·b·K, so it weighs K by β·b/a: its effective β.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

export interface ObjectiveSizes {
  /** D: pixels times channels. */
  readonly pixels: number;
  readonly latent: number;
  readonly batch: number;
}

export interface Convention {
  /** a: what R is multiplied by in the loss as written. */
  readonly reconstruction: number;
  /** b: what K is multiplied by, before β. 0 for an autoencoder. */
  readonly kl: number;
}

export function conventionOf(objective: ObjectiveSpec, sizes: ObjectiveSizes): Convention {
  const { pixels, latent, batch } = sizes;
  const reconstruction = { sum: 1, mean: 1 / pixels, batchSum: batch };
  const kl = { sum: 1, mean: 1 / latent, batchSum: batch };
  const half = objective.klHalf ? 1 : 2;
  return {
    reconstruction: reconstruction[objective.reconstructionReduction],
    kl: objective.sampling ? half * kl[objective.klReduction] : 0,
  };
}

/** β·b/a: the weight of the KL term where the reconstruction counts once, in nats per image. */
export function effectiveBeta(convention: Convention, beta: number): number {
  return (beta * convention.kl) / convention.reconstruction;
}
