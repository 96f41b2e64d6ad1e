/** KL of one dimension of a diagonal Gaussian posterior from N(0, 1), in double precision. */

/** ½ (μ² + e^λ − 1 − λ), λ = log σ² (Kingma & Welling, 2014, appendix B), nats. */
export function klTerm(mean: number, logVariance: number): number {
  return 0.5 * (mean * mean + Math.expm1(logVariance) - logVariance);
}

/** ∂/∂μ = μ; ∂/∂λ = ½ (e^λ − 1). */
export function klGradient(
  mean: number,
  logVariance: number,
): { readonly mean: number; readonly logVariance: number } {
  return { mean, logVariance: 0.5 * Math.expm1(logVariance) };
}
