/**
 * What a model can be asked without training it: running statistics, nothing dropped. Results are
 * tensors of the scope it is called in.
 */
import type { Labels, ScoreBatch } from "#/engine/engine.ts";
import { decodeForward, encodeForward } from "#/engine/reference/forward.ts";
import type { PassMode } from "#/engine/reference/mode.ts";
import { displayedCrossEntropy, pixelsOf, rawOf } from "#/engine/reference/objective/picture.ts";
import { klTerms, sampledLogVariance } from "#/engine/reference/objective/posterior.ts";
import { forwardPass, headsOf, type Model } from "#/engine/reference/pass.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { tensor2d, type Tensor } from "#/engine/tf.ts";

/** μ and log σ² of what is really sampled. */
export function encoding(
  { vae, objective }: Model,
  weights: TensorsByName,
  images: Float32Array,
  count: number,
  labels: Labels,
): readonly [mean: Tensor, logVariance: Tensor] {
  const input = tensor2d(images, [count, vae.pixels]);
  const heads = headsOf(encodeForward(vae, weights, input, inspecting(labels)));
  return [heads.mean, sampledLogVariance(objective, heads.logVariance)];
}

export function decoding(
  { vae, objective }: Model,
  weights: TensorsByName,
  z: Float32Array,
  count: number,
  { labels, raw }: { readonly labels: Labels; readonly raw: boolean },
): Tensor {
  const input = tensor2d(z, [count, vae.latent]);
  const l = decodeForward(vae, weights, input, inspecting(labels)).output.output;
  return raw ? rawOf(objective, l) : pixelsOf(objective, l);
}

/** In the order of `ImageTerms`: μ, log σ², then what the images score and show. */
export function scores(model: Model, weights: TensorsByName, batch: ScoreBatch): readonly Tensor[] {
  const { vae, objective } = model;
  const { count, labels } = batch;
  const images = tensor2d(batch.images, [count, vae.pixels]);
  const epsilon = tensor2d(batch.epsilon, [count, vae.latent]);
  const input = { images, epsilon, count, mode: inspecting(labels) };
  const { encoded, decoded, pixels } = forwardPass(model, weights, input);
  const { mean, logVariance: lambda } = headsOf(encoded);
  const logVariance = sampledLogVariance(objective, lambda);
  const l = decoded.output.output;
  const targets = tensor2d(batch.targets, [count, vae.pixels]);
  return [
    mean,
    logVariance,
    displayedCrossEntropy(objective, l, targets),
    klTerms(mean, logVariance),
    pixels.reconstruction,
    klTerms(mean, lambda),
    pixelsOf(objective, l),
    rawOf(objective, l),
  ];
}

/** Cross-entropy of what each z displays against its row of targets. [count] */
export function latentScores(
  { vae, objective }: Model,
  weights: TensorsByName,
  batch: {
    readonly z: Float32Array;
    readonly targets: Float32Array;
    readonly count: number;
    readonly labels: Labels;
  },
): Tensor {
  const z = tensor2d(batch.z, [batch.count, vae.latent]);
  const targets = tensor2d(batch.targets, [batch.count, vae.pixels]);
  const { output } = decodeForward(vae, weights, z, inspecting(batch.labels));
  return displayedCrossEntropy(objective, output.output, targets);
}

function inspecting(labels: Labels): PassMode {
  return { training: false, labels, dropout: null };
}
