/**
 * Questions about single images: what a point's card shows, draws from its posterior, the strip.
 * Cards are remembered until the next frame; nothing is drawn at random without a seed.
 */
import { createRng } from "#/core/rng.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import { decodeShown, notReady } from "#/state/shownModel.ts";
import type { Inspector, PointDetails } from "#/state/types.ts";

/** Cards kept: a hand moves over many points and comes back. */
const remembered = 64;

function optionsOf(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** Per-pixel standard deviation over `draws` images. [draws × D] → [D] */
function spreadOf(images: Float32Array, draws: number): Float32Array {
  const pixels = images.length / draws;
  return Float32Array.from({ length: pixels }, (_, p) => {
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < draws; k++) {
      const value = images[k * pixels + p] ?? 0;
      sum += value;
      squares += value * value;
    }
    return Math.sqrt(Math.max(squares / draws - (sum / draws) ** 2, 0));
  });
}

export function createInspector(store: AppStore, parts: Parts): Inspector {
  const { trainer } = parts.deps;
  const cards = new Map<string, PointDetails>();

  const rngFor = (label: string) =>
    createRng(store.getState().built.training.seed).fork("inspect").fork(label);

  function noise(label: string, length: number): Float32Array {
    const epsilon = new Float32Array(length);
    rngFor(label).fillNormal(epsilon);
    return epsilon;
  }

  const testImages = (indices: readonly number[], signal?: AbortSignal) =>
    trainer.request(
      "images",
      { split: "test", indices: Uint32Array.from(indices) },
      optionsOf(signal),
    );

  async function point(testIndex: number, signal?: AbortSignal): Promise<PointDetails> {
    const { runId, frameVersion } = store.getState();
    const key = `${String(runId)}:${String(frameVersion)}:${String(testIndex)}`;
    const known = cards.get(key);
    if (known !== undefined) return known;
    const { pixels, labels } = await testImages([testIndex], signal);
    const params = { images: pixels, count: 1, epsilon: null };
    const scored = await trainer.request("score", params, optionsOf(signal));
    const details: PointDetails = {
      testIndex,
      label: labels[0] ?? 0,
      original: pixels,
      reconstruction: scored.output,
      mean: scored.mean,
      logVariance: scored.logVariance,
      reconstructionNats: scored.reconstruction[0] ?? Number.NaN,
      klNats: scored.klPerDimension.reduce((sum, nats) => sum + nats, 0),
    };
    cards.set(key, details);
    const [oldest] = cards.keys();
    if (cards.size > remembered && oldest !== undefined) cards.delete(oldest);
    return details;
  }

  async function drawPosterior(
    { testIndex, mean, logVariance }: PointDetails,
    count: number,
    draw: number,
    signal?: AbortSignal,
  ): Promise<{ z: Float32Array; images: Float32Array }> {
    const latent = mean.length;
    const epsilon = noise(`posterior/${String(testIndex)}/${String(draw)}`, count * latent);
    const z = epsilon.map((e, i) => {
      const j = i % latent;
      return (mean[j] ?? 0) + Math.exp((logVariance[j] ?? 0) / 2) * e;
    });
    const { images } = await decodeShown(store, parts, z, count, signal);
    return { z, images };
  }

  return {
    point,
    drawPosterior,
    async reconstruct(testIndices, sampled, signal) {
      const count = testIndices.length;
      const { pixels, labels } = await testImages(testIndices, signal);
      const { latent } = store.getState().config.model;
      const epsilon = sampled ? noise(`reconstruct/${testIndices.join()}`, count * latent) : null;
      const params = { images: pixels, count, epsilon };
      const { output } = await trainer.request("score", params, optionsOf(signal));
      return { originals: pixels, reconstructions: output, labels };
    },
    async posteriorSpread(testIndices, draws, signal) {
      const spreads: Float32Array[] = [];
      for (const testIndex of testIndices) {
        const details = await point(testIndex, signal);
        const { images } = await drawPosterior(details, draws, 0, signal);
        spreads.push(spreadOf(images, draws));
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
      return { indices: Uint32Array.from(indices), ...(await testImages(indices)) };
    },
    async decode(z, count, signal) {
      return (await decodeShown(store, parts, z, count, signal)).images;
    },
    evaluate(limit, signal) {
      const { seed } = store.getState().built.training;
      return trainer.request("evaluate", { split: "test", limit, seed }, optionsOf(signal));
    },
  };
}
