/**
 * Held-out figures of a model: one seeded z an image, nats per image summed over pixels, gathered in
 * Float64. Made of short jobs, between which training may go on; learns nothing.
 */
import type { Engine } from "#/engine/engine.ts";
import { activeUnits, Moments } from "#/core/metrics/moments.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import type { Evaluation } from "#/core/training/terms.ts";
import { inPieces, PieceSizer, type PieceRunner } from "#/worker/host/chunked.ts";
import { noiseAt } from "#/worker/host/noise.ts";

export interface EvaluationSubject {
  readonly vae: ResolvedVae;
  readonly engine: Engine;
  /** Weight of the KL in `trainingLoss`. */
  readonly beta: number;
}

const priorSamples = 1000;

/**
 * @param count images to evaluate; `read` fills [rows × D] with those from `from` on.
 * @throws EngineError "cancelled".
 */
export async function evaluate(
  runner: PieceRunner,
  subject: EvaluationSubject,
  count: number,
  seed: number,
  read: (from: number, target: Float32Array) => void,
  signal: AbortSignal,
): Promise<Evaluation> {
  const { latent, pixels } = subject.vae;
  const means = new Moments(latent);
  const klSums = new Float64Array(latent);
  const posteriorVariance = new Float64Array(latent);
  let reconstructionSum = 0;
  await inPieces(runner, "evaluation", count, new PieceSizer(), signal, async (from, rows) => {
    const images = new Float32Array(rows * pixels);
    read(from, images);
    const epsilon = noiseAt(seed, "evaluation", from, rows, latent);
    const terms = await subject.engine.score({ count: rows, images, epsilon });
    means.add(terms.mean, rows);
    for (const nats of terms.reconstruction) reconstructionSum += nats;
    terms.klPerDimension.forEach((nats, i) => {
      klSums[i % latent] = (klSums[i % latent] ?? 0) + nats;
    });
    terms.logVariance.forEach((value, i) => {
      posteriorVariance[i % latent] = (posteriorVariance[i % latent] ?? 0) + Math.exp(value);
    });
  });
  const klPerDimension = klSums.map((sum) => sum / count);
  const kl = klPerDimension.reduce((sum, nats) => sum + nats, 0);
  const reconstruction = reconstructionSum / count;
  const meanVariance = means.variance;
  return {
    images: count,
    reconstruction,
    kl,
    negativeElbo: reconstruction + kl,
    klPerDimension: Float32Array.from(klPerDimension),
    activeUnits: activeUnits(meanVariance),
    trainingLoss: { total: reconstruction + subject.beta * kl, reconstruction, kl },
    diversity: await diversity(runner, subject, seed, signal),
    aggregatePosterior: {
      mean: Float32Array.from(means.mean),
      // Law of total variance: that of μ plus the mean of σ².
      variance: Float32Array.from(meanVariance, (v, j) => v + (posteriorVariance[j] ?? 0) / count),
    },
  };
}

/** Mean over pixels of the s.d. across 1,000 decoded z ~ N(0, I). */
async function diversity(
  runner: PieceRunner,
  subject: EvaluationSubject,
  seed: number,
  signal: AbortSignal,
): Promise<number> {
  const { latent, pixels } = subject.vae;
  const moments = new Moments(pixels);
  await inPieces(
    runner,
    "evaluation",
    priorSamples,
    new PieceSizer(),
    signal,
    async (from, rows) => {
      const z = noiseAt(seed, "samples", from, rows, latent);
      moments.add(await subject.engine.decode(z, rows), rows);
    },
  );
  const { variance } = moments;
  return variance.reduce((sum, v) => sum + Math.sqrt(v), 0) / pixels;
}
