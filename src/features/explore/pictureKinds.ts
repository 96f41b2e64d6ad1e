/**
 * What the large image may show of a decoder's mean p: the mean itself, one Bernoulli sample of
 * every pixel, or the standard deviation √(p(1−p)) such samples have. Pure.
 */
import { createRng } from "#/core/rng.ts";

export const pictureKinds = ["mean", "sample", "spread"] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** Uniform numbers for the samples' dice, kept while z moves, so that only the model's change shows. */
export function pixelDice(seed: number, count: number): Float32Array {
  const rng = createRng(seed).fork("pixels");
  return Float32Array.from({ length: count }, () => rng.uniform());
}

/** One x ~ Bernoulli(p) a pixel and channel: 1 where the dice fall below p. */
export function samplePixels(mean: Float32Array, dice: Float32Array): Float32Array {
  return mean.map((p, i) => ((dice[i] ?? 1) < p ? 1 : 0));
}

/** √(p(1−p)) a pixel and channel; at most 0.5. */
export function pixelSpread(mean: Float32Array): Float32Array {
  return mean.map((p) => Math.sqrt(Math.max(p * (1 - p), 0)));
}
