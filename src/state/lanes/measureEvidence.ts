/**
 * What a trained lane shows, asked of its trainer: held-out figures, the sampler by way of noise
 * images, and how far its pictures and its raw outputs reach. The curves are the caller's, who heard
 * them; nothing is judged here (core/bench/). For unconditional models.
 */
import type { LaneEvidence } from "#/core/bench/mistake.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { Moments } from "#/core/metrics/moments.ts";
import { noiseLatents } from "#/state/noiseSamples.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

type Asked = Pick<TrainerApi, "request">;

export type MeasuredEvidence = Pick<
  LaneEvidence,
  "evaluation" | "noiseDiversity" | "displayed" | "brightness" | "raw"
>;

/** Of a run that broke nothing is measured: what is left of it is not what it led to. */
export const brokenEvidence: MeasuredEvidence = {
  evaluation: null,
  noiseDiversity: null,
  displayed: null,
  brightness: null,
  raw: null,
};

/** Images made of noise; test images whose pictures are looked at. */
const noiseCount = 500;
const lookedAt = 100;

/**
 * On the first `limit` test images, with the seed of the experiment.
 * @throws EngineError "cancelled", "not-ready", and what its requests throw.
 */
export async function measureEvidence(
  trainer: Asked,
  { objective, training }: Pick<ExperimentConfig, "objective" | "training">,
  limit: number,
  signal?: AbortSignal,
): Promise<MeasuredEvidence> {
  const options = signal === undefined ? {} : { signal };
  const { seed } = training;
  const evaluated = { split: "test", limit, seed, iwae: null } as const;
  const evaluation = await trainer.request("evaluate", evaluated, options);

  const count = Math.min(limit, lookedAt);
  const indices = Uint32Array.from({ length: count }, (_, i) => i);
  const { pixels } = await trainer.request("images", { split: "test", indices }, options);
  const scored = { images: pixels, count, epsilon: null, labels: null };
  const { mean, output } = await trainer.request("score", scored, options);
  const asOutput = { z: mean, count, raw: true, labels: null };
  const outputs = await trainer.request("decode", asOutput, options);

  const noise = { seed, count: noiseCount, pixels: pixels.length / count, labels: null };
  const asked = { ...noise, sampling: objective.sampling };
  const z = await noiseLatents(trainer, asked, options);
  const asDrawn = { z, count: noiseCount, raw: false, labels: null };
  const { images } = await trainer.request("decode", asDrawn, options);
  const noiseDiversity = spreadOf(images, noiseCount);
  return {
    evaluation,
    noiseDiversity: Number.isFinite(noiseDiversity) ? noiseDiversity : null,
    displayed: rangeOf(output),
    brightness: { displayed: meanOf(output), original: meanOf(pixels) },
    raw: rangeOf(outputs.images),
  };
}

/** Mean over pixels of the s.d. across `count` images. */
function spreadOf(images: Float32Array, count: number): number {
  const pixels = images.length / count;
  const moments = new Moments(pixels);
  moments.add(images, count);
  return moments.variance.reduce((sum, variance) => sum + Math.sqrt(variance), 0) / pixels;
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rangeOf(values: Float32Array): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
