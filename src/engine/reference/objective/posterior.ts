/** From the two heads to z, the KL term, and back. Called inside a scope. */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import {
  add,
  exp,
  maximum,
  mean,
  mul,
  square,
  step,
  sub,
  sum,
  zerosLike,
  type Tensor,
} from "#/engine/tf.ts";

type Sampling = Pick<ObjectiveSpec, "sampling" | "sigma">;

/** μ and λ. [batch × latent] each */
export interface Heads {
  readonly mean: Tensor;
  readonly logVariance: Tensor;
}

export interface Sampled {
  /** [batch × latent] */
  readonly z: Tensor;
  /** σ·ε, null for an autoencoder. */
  readonly noise: Tensor | null;
}

/** z = μ + σ·ε (Kingma & Welling, 2014, section 2.4); μ for an autoencoder. */
export function samplePosterior(objective: Sampling, heads: Heads, epsilon: Tensor): Sampled {
  if (!objective.sampling) return { z: heads.mean, noise: null };
  const { mean: mu, logVariance: lambda } = heads;
  const sigma = exp(objective.sigma === "exp(λ)" ? lambda : mul(lambda, 0.5));
  const noise = mul(sigma, epsilon);
  return { z: add(mu, noise), noise };
}

/** log σ² of what is really sampled. */
export function sampledLogVariance({ sigma }: Sampling, lambda: Tensor): Tensor {
  return sigma === "exp(λ)" ? mul(lambda, 2) : lambda;
}

/** KL(q‖N(0, I)) = ½ (μ² + e^λ − 1 − λ) per image and dimension, nats. [batch × latent] */
export function klTerms(mu: Tensor, lambda: Tensor): Tensor {
  return mul(sub(add(square(mu), exp(lambda)), add(lambda, 1)), 0.5);
}

/** What the batch is charged for `kl`, and which dimensions feel it. */
export interface Charge {
  /** Σ_j max(free bits, mean KL_j) */
  readonly kl: Tensor;
  /** 1 where a dimension costs more than is free, else 0. [latent] */
  readonly paying: Tensor;
}

/** Kingma et al., 2016, equation 15, each dimension a group of its own. */
export function charge(kl: Tensor, freeBits: number): Charge {
  const means = mean(kl, 0);
  return { kl: sum(maximum(means, freeBits)), paying: step(sub(means, freeBits)) };
}

/**
 * ∂L/∂μ and ∂L/∂λ from ∂L/∂z: through z = μ + σε, and the KL term times `weight`, for the dimensions
 * that pay (null: all).
 */
export function posteriorGradients(
  objective: Sampling,
  dz: Tensor,
  { mean: mu, logVariance, noise }: Heads & Pick<Sampled, "noise">,
  weight: number,
  paying: Tensor | null,
): Heads {
  if (noise === null) return { mean: dz, logVariance: zerosLike(logVariance) };
  const through = mul(dz, noise);
  const charged = (x: Tensor) => (paying === null ? x : mul(x, paying));
  const dMean = add(dz, charged(mul(mu, weight)));
  // ∂σ/∂λ is σ where σ = e^λ, σ/2 where σ = e^(λ/2).
  if (objective.sigma === "exp(λ)") {
    const prior = charged(mul(sub(exp(logVariance), 1), weight / 2));
    return { mean: dMean, logVariance: add(through, prior) };
  }
  const prior = charged(mul(sub(exp(logVariance), 1), weight));
  return { mean: dMean, logVariance: mul(add(through, prior), 0.5) };
}
