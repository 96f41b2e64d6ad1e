/**
 * Held-out figures of lanes side by side: each lane on the same test images, and the sharpness of what
 * each decodes from the same draws of the prior.
 */
import { sharpness } from "#/core/metrics/sharpness.ts";
import { meantPixels } from "#/core/objective/meant.ts";
import { createRng } from "#/core/rng.ts";
import type { Lane, LaneResult } from "#/state/lanes/types.ts";
import { knownLabels, notReady } from "#/state/shownModel.ts";

/** As the spread of prior samples is measured on many, a mean over so many is steady to a few percent. */
const samples = 200;

export interface MeasureOptions {
  /** The first so many test images; null for all. */
  readonly limit: number | null;
  /** Of the noise, the same for every lane. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** @throws EngineError; "cancelled" when the signal aborts. */
export async function measureLane(
  { app, letter }: Lane,
  { limit, seed, signal }: MeasureOptions,
  seconds: () => number,
): Promise<LaneResult> {
  const { store } = app;
  const { progress, evaluate, stopEvaluating, built } = store.getState();
  if (progress === null) throw notReady("No model is running yet.");
  signal.addEventListener("abort", stopEvaluating);
  try {
    const figures = await evaluate({ split: "test", limit, seed });
    return {
      letter,
      step: progress.step,
      imagesSeen: progress.imagesSeen,
      negativeElbo: figures.negativeElbo,
      reconstruction: figures.reconstruction,
      kl: figures.kl,
      activeUnits: figures.activeUnits,
      latent: built.model.latent,
      diversity: figures.diversity,
      sharpness: await sampleSharpness(app, seed, signal),
      seconds: seconds(),
    };
  } finally {
    signal.removeEventListener("abort", stopEvaluating);
  }
}

async function sampleSharpness(
  { store, trainer }: Lane["app"],
  seed: number,
  signal: AbortSignal,
): Promise<number> {
  const state = store.getState();
  const { dataset, built } = state;
  if (dataset === null) throw notReady("No data set is open yet.");
  const { latent } = built.model;
  const classes = knownLabels(state);
  const labels = classes === 0 ? null : Uint8Array.from({ length: samples }, (_, i) => i % classes);
  const z = priorDraws(seed, latent);
  const params = { z, count: samples, raw: false, labels };
  const { images, figure } = await trainer.request("decode", params, { signal });
  const meant = meantPixels(built.objective, images, figure) ?? images;
  return sharpness(meant, samples, dataset.shape);
}

/** Latent spaces of any two sizes share their first coordinates. [samples × latent] */
function priorDraws(seed: number, latent: number): Float32Array {
  const rng = createRng(seed).fork("sharpness");
  const z = new Float32Array(samples * latent);
  for (let row = 0; row < samples; row++) {
    rng.fork(String(row)).fillNormal(z.subarray(row * latent, (row + 1) * latent));
  }
  return z;
}
