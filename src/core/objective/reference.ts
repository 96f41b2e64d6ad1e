/**
 * The whole objective in double precision: encode, z = μ + e^(λ/2)·ε, decode, score. The oracle
 * that engines are tested against, their gradients by finite differences of it.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { bernoulliTerm } from "#/core/objective/bernoulli.ts";
import { klTerm } from "#/core/objective/gaussianKl.ts";
import { layerForward } from "#/core/objective/layers.ts";
import type { LossTerms } from "#/core/training/terms.ts";

/** Values by parameter name, as in `ResolvedVae.parameters`. */
export type ReferenceWeights = Readonly<Record<string, ArrayLike<number>>>;

export interface ReferenceImage {
  readonly mean: Float64Array;
  readonly logVariance: Float64Array;
  readonly logits: Float64Array;
  /** −log p(x|z), nats, summed over pixels. */
  readonly reconstruction: number;
  readonly klPerDimension: Float64Array;
}

/** One image [D] under its noise [latent]. */
export function referenceImage(
  vae: ResolvedVae,
  weights: ReferenceWeights,
  image: ArrayLike<number>,
  epsilon: ArrayLike<number>,
): ReferenceImage {
  const run = (layer: ResolvedLayer, input: Float64Array) =>
    layerForward(layer, layerWeights(weights, layer), input);
  const features = vae.encoder.reduce<Float64Array>(
    (x, layer) => run(layer, x),
    Float64Array.from(image),
  );
  const mean = run(vae.mean, features);
  const logVariance = run(vae.logVariance, features);
  const z = mean.map((mu, j) => mu + Math.exp((logVariance[j] ?? 0) / 2) * (epsilon[j] ?? 0));
  const logits = run(
    vae.output,
    vae.decoder.reduce<Float64Array>((x, layer) => run(layer, x), z),
  );
  return {
    mean,
    logVariance,
    logits,
    reconstruction: logits.reduce((sum, l, i) => sum + bernoulliTerm(l, image[i] ?? 0), 0),
    klPerDimension: mean.map((mu, j) => klTerm(mu, logVariance[j] ?? 0)),
  };
}

/** total = reconstruction + β · kl, means over the batch: images [count × D], noise [count × latent]. */
export function referenceLoss(
  vae: ResolvedVae,
  weights: ReferenceWeights,
  batch: {
    readonly count: number;
    readonly images: Float32Array;
    readonly epsilon: Float32Array;
  },
  beta: number,
): LossTerms {
  const { pixels, latent } = vae;
  let reconstruction = 0;
  let kl = 0;
  for (let i = 0; i < batch.count; i++) {
    const image = referenceImage(
      vae,
      weights,
      batch.images.subarray(i * pixels, (i + 1) * pixels),
      batch.epsilon.subarray(i * latent, (i + 1) * latent),
    );
    reconstruction += image.reconstruction / batch.count;
    kl += image.klPerDimension.reduce((sum, term) => sum + term, 0) / batch.count;
  }
  return { total: reconstruction + beta * kl, reconstruction, kl };
}

function layerWeights(weights: ReferenceWeights, layer: ResolvedLayer) {
  const kernel = weights[`${layer.name}/kernel`];
  const bias = weights[`${layer.name}/bias`];
  if (kernel === undefined || bias === undefined) throw new Error(`no weights for ${layer.name}`);
  return { kernel, bias };
}
