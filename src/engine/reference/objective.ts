/**
 * The loss and where its gradient enters the network. Sums are written out: tfjs's loss helpers
 * average over pixels or clip. Called inside a scope.
 *
 * Gradients here are of the batch's sum; the optimiser divides by the batch, which saves a pass
 * over the logits.
 */
import {
  abs,
  add,
  exp,
  log,
  mean,
  mul,
  relu,
  sigmoid,
  square,
  stack,
  sub,
  sum,
  type Tensor,
} from "#/engine/tf.ts";

export interface PixelTerms {
  /** −log p(x|z) per image, nats. [batch] */
  readonly reconstruction: Tensor;
  /** sigmoid of the logits [batch × D] */
  readonly probability: Tensor;
}

/**
 * Σ max(l, 0) − l·x + log(1 + e^−|l|), the last as −log sigmoid(|l|): one logarithm of a number in
 * [½, 1], off by 6e-8 a pixel at most, in half the time of exp and log1p on wasm.
 */
export function pixelTerms(logits: Tensor, images: Tensor): PixelTerms {
  const likelier = sigmoid(abs(logits));
  const terms = sub(sub(relu(logits), mul(logits, images)), log(likelier));
  return { reconstruction: sum(terms, 1), probability: sigmoid(logits) };
}

/** KL(q‖N(0, I)) = ½ (μ² + e^λ − 1 − λ) per image and dimension, nats. [batch × latent] */
export function klTerms(mu: Tensor, lambda: Tensor): Tensor {
  return mul(sub(add(square(mu), exp(lambda)), add(lambda, 1)), 0.5);
}

/** Means over the batch, [reconstruction, kl]: one small tensor to read back. */
export function batchTerms(reconstruction: Tensor, kl: Tensor): Tensor {
  return stack([mean(reconstruction), mean(sum(kl, 1))]);
}

/** ∂/∂logits of the reconstruction. */
export function logitGradient(probability: Tensor, images: Tensor): Tensor {
  return sub(probability, images);
}

/** ∂L/∂μ and ∂L/∂λ from ∂L/∂z: through z = μ + σε, and β · KL. `noise` is σ·ε. */
export function posteriorGradients(
  dz: Tensor,
  posterior: { readonly mean: Tensor; readonly logVariance: Tensor; readonly noise: Tensor },
  beta: number,
): { readonly mean: Tensor; readonly logVariance: Tensor } {
  const { mean: mu, logVariance, noise } = posterior;
  const through = mul(dz, noise);
  const prior = mul(sub(exp(logVariance), 1), beta);
  return {
    mean: add(dz, mul(mu, beta)),
    logVariance: mul(add(through, prior), 0.5),
  };
}
