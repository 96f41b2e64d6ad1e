/** One forward and one backward pass over a batch. Called inside a scope, which owns the tensors. */
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { logSigmaParameter } from "#/core/model/parameters.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { StepSettings, TrainingBatch } from "#/engine/engine.ts";
import { decoderBackward, encoderBackward } from "#/engine/reference/backward.ts";
import {
  type Decoded,
  decodeForward,
  type Encoded,
  encodeForward,
} from "#/engine/reference/forward.ts";
import type { PassMode } from "#/engine/reference/mode.ts";
import { type BatchTerms, batchTerms } from "#/engine/reference/objective/batchTerms.ts";
import { displayedCrossEntropy } from "#/engine/reference/objective/picture.ts";
import type { PixelLoss } from "#/engine/reference/objective/pixelLoss.ts";
import {
  type Charge,
  charge,
  klTerms,
  posteriorGradients,
  type Sampled,
  samplePosterior,
} from "#/engine/reference/objective/posterior.ts";
import { reconstructionLoss } from "#/engine/reference/objective/reconstruction.ts";
import type { TensorsByName } from "#/engine/reference/weights.ts";
import { tensor2d, type Tensor } from "#/engine/tf.ts";

export interface Model {
  readonly vae: ResolvedVae;
  readonly objective: ObjectiveSpec;
}

export interface PassInput {
  /** [count × D] */
  readonly images: Tensor;
  /** [count × latent] */
  readonly epsilon: Tensor;
  readonly count: number;
  readonly mode: PassMode;
}

export interface Forward {
  readonly encoded: Encoded;
  readonly sampled: Sampled;
  readonly decoded: Decoded;
  readonly pixels: PixelLoss;
}

export interface TrainingPass extends Forward {
  readonly terms: BatchTerms;
  /** Times `scale` they are the gradients of the loss as written. */
  readonly gradients: TensorsByName;
  readonly scale: number;
  /** Running statistics after this batch. */
  readonly statistics: TensorsByName;
}

export function forwardPass(
  { vae, objective }: Model,
  weights: TensorsByName,
  { images, epsilon, mode }: PassInput,
): Forward {
  const encoded = encodeForward(vae, weights, images, mode);
  const sampled = samplePosterior(objective, headsOf(encoded), epsilon);
  const decoded = decodeForward(vae, weights, sampled.z, mode);
  const logSigma = weights[logSigmaParameter.name] ?? null;
  const pixels = reconstructionLoss(objective, decoded.output.output, images, logSigma);
  return { encoded, sampled, decoded, pixels };
}

/**
 * With the reconstruction R as sums over the batch, everything behind it is worked out for R/f + w·K
 * (f the constant of its gradient) and the optimiser multiplies in what is left of the units.
 */
export function trainingPass(
  model: Model,
  weights: TensorsByName,
  batch: TrainingBatch,
  { beta, freeBits }: StepSettings,
): TrainingPass {
  const { objective, vae } = model;
  const input = trainingInput(vae, batch);
  const forward = forwardPass(model, weights, input);
  const { encoded, decoded, pixels, sampled } = forward;
  const heads = headsOf(encoded);
  const sizes = { pixels: vae.pixels, latent: vae.latent, batch: input.count };
  const convention = conventionOf(objective, sizes);
  const kl = objective.sampling ? klTerms(heads.mean, heads.logVariance) : null;
  const charged: Charge | null = kl === null || freeBits === 0 ? null : charge(kl, freeBits);

  const gradients: Record<string, Tensor> = {};
  const dz = decoderBackward(decoded, weights, pixels.gradient(), gradients);
  const weight = effectiveBeta(convention, beta) / pixels.gradientFactor;
  const paying = charged?.paying ?? null;
  const d = posteriorGradients(objective, dz, { ...heads, noise: sampled.noise }, weight, paying);
  encoderBackward(encoded, weights, d.mean, d.logVariance, gradients);
  if (pixels.logSigmaGradient !== null) {
    gradients[logSigmaParameter.name] = pixels.logSigmaGradient();
  }

  const displayed = displayedTerm(objective, decoded.output.output, input.images);
  const { reconstruction } = pixels;
  const tensors = { reconstruction, kl, chargedKl: charged?.kl ?? null, displayed };
  return {
    ...forward,
    terms: batchTerms(tensors, convention, beta),
    gradients,
    scale: (convention.reconstruction * pixels.gradientFactor) / input.count,
    statistics: { ...encoded.statistics, ...decoded.statistics },
  };
}

function trainingInput(
  { pixels, latent, dropoutUnits }: ResolvedVae,
  { count, images, epsilon, labels, dropout }: TrainingBatch,
): PassInput {
  const noise = dropout === null ? null : tensor2d(dropout, [count, dropoutUnits]);
  return {
    count,
    images: tensor2d(images, [count, pixels]),
    epsilon: tensor2d(epsilon, [count, latent]),
    mode: { training: true, labels, dropout: noise },
  };
}

export function headsOf(encoded: Encoded): { readonly mean: Tensor; readonly logVariance: Tensor } {
  return { mean: encoded.mean.output, logVariance: encoded.logVariance.output };
}

/** Null where the loss's own reconstruction says it. */
function displayedTerm(objective: ObjectiveSpec, l: Tensor, images: Tensor): Tensor | null {
  return objective.likelihood === "gaussian" ? displayedCrossEntropy(objective, l, images) : null;
}
