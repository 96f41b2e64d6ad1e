/**
 * KL divergences of Gaussians taken apart, for looking at what each term does. The training objective's
 * own term is gaussianKl.ts.
 */
import { klTerm } from "#/core/objective/gaussianKl.ts";

/** A Gaussian of one variable; sd > 0. */
export interface Gaussian {
  readonly mean: number;
  readonly sd: number;
}

/**
 * KL(p‖q) = log(σ_q/σ_p) + (σ_p² + (μ_p − μ_q)²) / 2σ_q² − ½, nats: what it costs to take q for p. Not
 * the same as KL(q‖p).
 */
export function gaussianKl(p: Gaussian, q: Gaussian): number {
  const ratio = p.sd / q.sd;
  const shift = (p.mean - q.mean) / q.sd;
  return (ratio * ratio + shift * shift - 1) / 2 - Math.log(ratio);
}

/** e^λ − (1 + λ): a variance less its tangent at λ = 0, so never negative, and 0 at σ = 1 alone. */
export interface VarianceTerms {
  /** e^λ = σ² */
  readonly variance: number;
  /** 1 + λ */
  readonly tangent: number;
  /** Their difference, exact near 0 too. */
  readonly gap: number;
}

export function varianceTerms(logVariance: number): VarianceTerms {
  return {
    variance: Math.exp(logVariance),
    tangent: 1 + logVariance,
    gap: Math.expm1(logVariance) - logVariance,
  };
}

/** KL of one point's posterior from N(0, I), nats, by what causes it. */
export interface PointKl {
  /** ½ Σ μ²: for standing away from 0. */
  readonly position: number;
  /** ½ Σ (σ² − 1 − log σ²): for being wider or narrower than the prior. */
  readonly width: number;
  readonly total: number;
  /** One term a dimension. [latent] */
  readonly perDimension: readonly number[];
}

/** Of μ and σ > 0, a value a dimension each. */
export function pointKl(mean: readonly number[], sd: readonly number[]): PointKl {
  const logVariance = mean.map((_, j) => 2 * Math.log(sd[j] ?? 1));
  const position = mean.reduce((sum, mu) => sum + (mu * mu) / 2, 0);
  const width = logVariance.reduce((sum, lambda) => sum + varianceTerms(lambda).gap / 2, 0);
  const perDimension = mean.map((mu, j) => klTerm(mu, logVariance[j] ?? 0));
  return { position, width, total: position + width, perDimension };
}
