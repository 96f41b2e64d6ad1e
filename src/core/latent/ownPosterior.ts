/**
 * Two posteriors of one image beside each other: their KL from the prior, and draws from both with the
 * same ε, so that what differs between them is not the dice.
 */
import { klTerm } from "#/core/objective/gaussianKl.ts";
import { createRng } from "#/core/rng.ts";

export interface Gaussian {
  /** [latent] */
  readonly mean: ArrayLike<number>;
  /** log σ² [latent] */
  readonly logVariance: ArrayLike<number>;
}

/** Nats, summed over dimensions. */
export function klOf({ mean, logVariance }: Gaussian): number {
  return Array.from(mean).reduce((sum, m, j) => sum + klTerm(m, logVariance[j] ?? 0), 0);
}

/** z = μ + σ·ε, the same ε in each call. [count × latent] */
export function drawsOf({ mean, logVariance }: Gaussian, count: number): Float32Array {
  const latent = mean.length;
  const z = new Float32Array(count * latent);
  createRng(0).fork("own posterior").fillNormal(z);
  return z.map((e, i) => {
    const j = i % latent;
    return (mean[j] ?? 0) + Math.exp((logVariance[j] ?? 0) / 2) * e;
  });
}

/** σ of one dimension another, the rest as they are; kept within e^±5. */
export function withSigma(
  logVariance: readonly number[],
  dimension: number,
  sigma: number,
): number[] {
  const log = Math.min(Math.max(Math.log(Math.max(sigma, 1e-6)), -5), 5);
  return logVariance.map((value, j) => (j === dimension ? 2 * log : value));
}
