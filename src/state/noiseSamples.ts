/**
 * Sampling by way of the encoder, as some tutorials do it: images of noise are encoded, a z is drawn
 * from each posterior and decoded. No image of the data looks like noise, so what the encoder says
 * of it is no draw from the prior; side by side with one it shows why.
 */
import { sampleCount, sampleLabels } from "#/core/latent/samples.ts";
import { createRng } from "#/core/rng.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { knownLabels, labelsFor, notReady } from "#/state/shownModel.ts";
import type { Decoded } from "#/state/partTypes.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** `count` vectors z = μ + σ·ε of images of N(0, 1) noise, unclipped. */
export async function noiseLatents(
  trainer: Pick<TrainerApi, "request">,
  asked: {
    readonly seed: number;
    readonly count: number;
    /** D of an image. */
    readonly pixels: number;
    readonly labels: Uint8Array | null;
    /** False for an autoencoder, whose z is μ. */
    readonly sampling: boolean;
  },
  options: { signal?: AbortSignal },
): Promise<Float32Array> {
  const { seed, count, labels } = asked;
  const rng = createRng(seed).fork("noise");
  const images = new Float32Array(count * asked.pixels);
  rng.fork("images").fillNormal(images);
  const params = { images, count, labels, asIs: true };
  const { mean, logVariance } = await trainer.request("encode", params, options);
  if (!asked.sampling) return mean;
  const z = new Float32Array(mean.length);
  rng.fork("posterior").fillNormal(z);
  return z.map((e, i) => (mean[i] ?? 0) + Math.exp((logVariance[i] ?? 0) / 2) * e);
}

/** The Samples tab's hundred, by the running model; conditional: row r is class r. */
export async function noiseSamples(
  store: AppStore,
  { deps: { trainer } }: Pick<Parts, "deps">,
  seed: number,
  signal?: AbortSignal,
): Promise<Decoded & { z: Float32Array }> {
  const state = store.getState();
  const { dataset, built } = state;
  if (dataset === null) throw notReady("No data set is open yet.");
  const [height, width, channels] = dataset.shape;
  const labels = labelsFor(state, sampleLabels(knownLabels(state)));
  const asked = {
    ...{ seed, count: sampleCount, pixels: height * width * channels, labels },
    sampling: built.objective.sampling,
  };
  const options = signal === undefined ? {} : { signal };
  const z = await noiseLatents(trainer, asked, options);
  const params = { z, count: sampleCount, raw: false, labels };
  const { images, figure } = await trainer.request("decode", params, options);
  return { z, images, figure };
}
