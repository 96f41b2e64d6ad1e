/**
 * Questions about single images: what a point's card shows, draws from its posterior, the strip.
 * Cards are remembered until the next frame; nothing is drawn at random without a seed. Whatever
 * begins at an encoder is the running model's throughout: frames of the past keep a decoder alone.
 */
import { asDrawn } from "#/core/data/asDrawn.ts";
import { pixelSpread } from "#/core/metrics/pixelSpread.ts";
import { createRng } from "#/core/rng.ts";
import { nextStep } from "#/state/nextStep.ts";
import { imageCosts } from "#/state/imageCosts.ts";
import { noiseSamples } from "#/state/noiseSamples.ts";
import { asPairs } from "#/state/pairs.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { decodeShown, labelsFor, notReady, selectConditional } from "#/state/shownModel.ts";
import type { Decoded, ImageDetails, Inspector, PointDetails } from "#/state/partTypes.ts";

/** Cards kept: a hand moves over many points and comes back. */
const remembered = 64;

function optionsOf(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

export function createAnswers(store: AppStore, parts: Parts): Inspector {
  const { trainer } = parts.deps;
  const cards = new Map<string, PointDetails>();

  function noise(label: string, length: number): Float32Array {
    const epsilon = new Float32Array(length);
    const { seed } = store.getState().built.training;
    createRng(seed).fork("inspect").fork(label).fillNormal(epsilon);
    return epsilon;
  }

  /** σ of a component; none of an autoencoder, whose z is μ. */
  function spreadOf(logVariance: Float32Array): (component: number) => number {
    const { sampling } = store.getState().built.objective;
    return (i) => (sampling ? Math.exp((logVariance[i] ?? 0) / 2) : 0);
  }

  const stored = (
    split: "train" | "test",
    indices: readonly number[],
    signal: AbortSignal | undefined,
  ) => trainer.request("images", { split, indices: Uint32Array.from(indices) }, optionsOf(signal));

  async function originals(
    split: "train" | "test",
    indices: readonly number[],
    signal?: AbortSignal,
    asStored = false,
  ) {
    const { pixels, labels } = await stored(split, indices, signal);
    if (asStored) return { pixels, labels };
    return { pixels: asDrawn(store.getState().built.data.pixels, pixels), labels };
  }

  async function image(
    pixels: Float32Array,
    label: number,
    signal?: AbortSignal,
  ): Promise<ImageDetails> {
    const state = store.getState();
    const labels = labelsFor(state, Uint8Array.of(label));
    const params = { images: pixels, count: 1, epsilon: null, labels };
    const { output, figure, ...scored } = await trainer.request("score", params, optionsOf(signal));
    return {
      label,
      ...asPairs(state.built, pixels, { images: output, figure }),
      mean: scored.mean,
      logVariance: scored.logVariance,
      reconstructionNats: scored.reconstruction[0] ?? Number.NaN,
      klNats: scored.klPerDimension.reduce((sum, nats) => sum + nats, 0),
    };
  }

  async function point(testIndex: number, signal?: AbortSignal): Promise<PointDetails> {
    const { runId, frameVersion } = store.getState();
    const key = `${String(runId)}:${String(frameVersion)}:${String(testIndex)}`;
    const known = cards.get(key);
    if (known !== undefined) return known;
    const { pixels, labels: own } = await stored("test", [testIndex], signal);
    const details = { testIndex, ...(await image(pixels, own[0] ?? 0, signal)) };
    cards.set(key, details);
    const [oldest] = cards.keys();
    if (cards.size > remembered && oldest !== undefined) cards.delete(oldest);
    return details;
  }

  async function drawPosterior(
    { testIndex, label, mean, logVariance }: PointDetails,
    count: number,
    draw: number,
    signal?: AbortSignal,
  ): Promise<Decoded & { z: Float32Array }> {
    const latent = mean.length;
    const epsilon = noise(`posterior/${String(testIndex)}/${String(draw)}`, count * latent);
    const spread = spreadOf(logVariance);
    const z = epsilon.map((e, i) => (mean[i % latent] ?? 0) + spread(i % latent) * e);
    const labels = new Uint8Array(count).fill(label);
    const params = { z, count, raw: false, labels: labelsFor(store.getState(), labels) };
    const { images, figure } = await trainer.request("decode", params, optionsOf(signal));
    return { z, images, figure };
  }

  /** z of each image for a class that need not be its own: encoded with its own, decoded for that. */
  async function decodedAs(
    label: number,
    images: Float32Array,
    own: Uint8Array,
    epsilon: Float32Array | null,
    signal: AbortSignal | undefined,
  ): Promise<Decoded> {
    const count = own.length;
    const state = store.getState();
    const encoding = { images, count, labels: labelsFor(state, own), asIs: false };
    const { mean, logVariance } = await trainer.request("encode", encoding, optionsOf(signal));
    const spread = spreadOf(logVariance);
    const z = mean.map((m, i) => m + spread(i) * (epsilon?.[i] ?? 0));
    const labels = labelsFor(state, new Uint8Array(count).fill(label));
    return trainer.request("decode", { z, count, raw: false, labels }, optionsOf(signal));
  }

  return {
    point,
    image,
    costs: (...asked) => imageCosts(store, parts, ...asked),
    drawPosterior,
    originals,
    async reconstruct({ split, indices }, { sampled, as }, signal) {
      const count = indices.length;
      const { pixels, labels } = await stored(split, indices, signal);
      const state = store.getState();
      const { latent } = state.built.model;
      const epsilon = sampled
        ? noise(`reconstruct/${split}/${indices.join()}`, count * latent)
        : null;
      if (as !== "own" && selectConditional(state)) {
        const decoded = await decodedAs(as.label, pixels, labels, epsilon, signal);
        return { ...asPairs(state.built, pixels, decoded), labels };
      }
      const params = { images: pixels, count, epsilon, labels: labelsFor(state, labels) };
      const { output, figure } = await trainer.request("score", params, optionsOf(signal));
      return { ...asPairs(state.built, pixels, { images: output, figure }), labels };
    },
    async posteriorSpread(testIndices, draws, as, signal) {
      const spreads: Float32Array[] = [];
      for (const testIndex of testIndices) {
        const details = await point(testIndex, signal);
        const label = as === "own" ? details.label : as.label;
        const { images } = await drawPosterior({ ...details, label }, draws, 0, signal);
        spreads.push(pixelSpread(images, draws));
      }
      const pixels = spreads[0]?.length ?? 0;
      const all = new Float32Array(spreads.length * pixels);
      for (const [i, spread] of spreads.entries()) all.set(spread, i * pixels);
      return all;
    },
    async stripOriginals() {
      const { dataSets, config } = store.getState();
      const entry = dataSets.find(({ id }) => id === config.data.set);
      if (entry === undefined) throw notReady("The list of data sets is not here yet.");
      const { indices } = entry.sprite;
      return { indices: Uint32Array.from(indices), ...(await originals("test", indices)) };
    },
    async decode(z, count, options) {
      const { images, figure } = await decodeShown(store, parts, z, count, options);
      return { images, figure };
    },
    noiseSamples: (seed, signal) => noiseSamples(store, parts, seed, signal),
    nextStep: (signal) => nextStep(store, parts, signal),
  };
}
