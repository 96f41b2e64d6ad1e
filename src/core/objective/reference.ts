/**
 * The whole objective in double precision: encode, sample, decode, score, in the units of the loss as
 * written and per image. The oracle that engines are tested against, their gradients by finite
 * differences of it.
 */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import { klTerm } from "#/core/objective/gaussianKl.ts";
import {
  referenceDecode,
  referenceEncode,
  type ReferenceMode,
  type ReferenceWeights,
} from "#/core/objective/network.ts";
import { displayedPixelLoss, writtenPixelLoss } from "#/core/objective/pixelLoss.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { LossTerms } from "#/core/training/terms.ts";

export interface ReferenceModel {
  readonly vae: ResolvedVae;
  readonly objective: ObjectiveSpec;
}

export interface ReferenceBatch {
  readonly count: number;
  /** [count × D] */
  readonly images: ArrayLike<number>;
  /** [count × latent] */
  readonly epsilon: ArrayLike<number>;
  readonly labels: ArrayLike<number> | null;
}

export interface ReferencePass {
  /** [count × latent] each */
  readonly mean: Float64Array;
  readonly logVariance: Float64Array;
  /** The output layer's values. [count × D] */
  readonly output: Float64Array;
}

export interface ReferenceTerms {
  readonly loss: LossTerms;
  readonly perImage: LossTerms;
  /** Batch mean of ½(μ² + e^λ − 1 − λ). [latent] */
  readonly klPerDimension: Float64Array;
}

export function referencePass(
  { vae, objective }: ReferenceModel,
  weights: ReferenceWeights,
  { images, epsilon, labels }: ReferenceBatch,
  mode: ReferenceMode,
): ReferencePass {
  const { mean, logVariance } = referenceEncode(vae, weights, images, labels, mode);
  const z = mean.map((mu, i) => {
    if (!objective.sampling) return mu;
    const lambda = logVariance[i] ?? 0;
    const sigma = Math.exp(objective.sigma === "exp(λ)" ? lambda : lambda / 2);
    return mu + sigma * (epsilon[i] ?? 0);
  });
  return { mean, logVariance, output: referenceDecode(vae, weights, z, labels, mode) };
}

/** Of a training batch; `beta` and `freeBits` are of the step. */
export function referenceLoss(
  model: ReferenceModel,
  weights: ReferenceWeights,
  batch: ReferenceBatch & Pick<ReferenceMode, "dropout">,
  settings: { readonly beta: number; readonly freeBits: number },
): ReferenceTerms {
  const { objective, vae } = model;
  const { count, images, dropout } = batch;
  const pass = referencePass(model, weights, batch, { training: true, dropout });
  const [logSigma = 0] = Array.from(weights["output/logSigma"] ?? []);
  const mean = (term: (l: number, x: number) => number) =>
    pass.output.reduce((sum, l, i) => sum + term(l, images[i] ?? 0), 0) / count;
  const written = mean((l, x) => writtenPixelLoss(objective, l, x, logSigma));
  const displayed =
    objective.likelihood === "gaussian"
      ? mean((l, x) => displayedPixelLoss(objective, l, x))
      : written;

  const klPerDimension = new Float64Array(vae.latent);
  for (const [i, mu] of pass.mean.entries()) {
    const j = i % vae.latent;
    const term = klTerm(mu, pass.logVariance[i] ?? 0) / count;
    klPerDimension[j] = (klPerDimension[j] ?? 0) + term;
  }
  const full = objective.sampling ? klPerDimension.reduce((sum, kl) => sum + kl, 0) : 0;
  const charged = klPerDimension.reduce((sum, kl) => sum + Math.max(kl, settings.freeBits), 0);

  const sizes = { pixels: vae.pixels, latent: vae.latent, batch: count };
  const convention = conventionOf(objective, sizes);
  const { beta } = settings;
  const reconstruction = convention.reconstruction * written;
  const kl = convention.kl * charged;
  const total = displayed + effectiveBeta(convention, beta) * full;
  return {
    loss: { total: reconstruction + beta * kl, reconstruction, kl },
    perImage: { total, reconstruction: displayed, kl: full },
    klPerDimension,
  };
}
