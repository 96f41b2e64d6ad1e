/** One forward and one backward pass over a batch. Called inside a scope, which owns the tensors. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { decoderBackward, encoderBackward } from "#/engine/reference/backward.ts";
import { decodeForward, encodeForward, reparameterise } from "#/engine/reference/forward.ts";
import {
  batchTerms,
  klTerms,
  logitGradient,
  pixelTerms,
  posteriorGradients,
} from "#/engine/reference/objective.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import type { Tensor } from "#/engine/tf.ts";

export interface Pass {
  /** [reconstruction, kl], means over the batch. [2] */
  readonly terms: Tensor;
  /** [batch × latent] */
  readonly kl: Tensor;
  /** Summed over the batch. */
  readonly gradients: TensorsByName;
}

export function lossAndGradients(
  vae: ResolvedVae,
  weights: TensorsByName,
  { images, epsilon }: { readonly images: Tensor; readonly epsilon: Tensor },
  beta: number,
): Pass {
  const encoded = encodeForward(vae, weights, images);
  const posterior = { mean: encoded.mean.output, logVariance: encoded.logVariance.output };
  const { z, noise } = reparameterise(posterior.mean, posterior.logVariance, epsilon);
  const decoded = decodeForward(vae, weights, z);
  const pixel = pixelTerms(decoded.output.output, images);
  const kl = klTerms(posterior.mean, posterior.logVariance);

  const gradients: Record<string, Tensor> = {};
  const dLogits = logitGradient(pixel.probability, images);
  const dz = decoderBackward(decoded, weights, dLogits, gradients);
  const d = posteriorGradients(dz, { ...posterior, noise }, beta);
  encoderBackward(encoded, weights, d.mean, d.logVariance, gradients);
  return { terms: batchTerms(pixel.reconstruction, kl), kl, gradients };
}
