/**
 * The importance-weighted bound against a model whose log-likelihood is known in closed form: one
 * latent dimension, no hidden layer, Gaussian pixels of fixed σ, on the reference engine. Then
 * x ~ N(b, w·wᵀ + σ²·I), and p(z|x) is a Gaussian that the encoder can have exactly.
 */
import { expect, it } from "vitest";
import type { Weights } from "#/core/training/terms.ts";
import { tinyPixels } from "#/core/data/testing/tinySet.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { testHost, tinyConfig } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

await startNodeBackend("cpu");

const sigma = 0.3;
const w = [0.4, -0.2, 0.3, 0.1];
const b = [0.3, 0.5, 0.4, 0.6];
const config = tinyConfig({
  model: { encoder: [], decoder: [], latent: 1 },
  objective: { likelihood: "gaussian", noise: "fixed", noiseSigma: sigma },
});

const dot = (x: readonly number[], y: readonly number[]) =>
  x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);

/** −log p(x), by the matrix determinant and inversion lemmas. */
function exact(x: readonly number[]): number {
  const r = x.map((value, i) => value - (b[i] ?? 0));
  const [s2, w2] = [sigma * sigma, dot(w, w)];
  const square = (dot(r, r) - dot(w, r) ** 2 / (s2 + w2)) / s2;
  const logDeterminant = 4 * Math.log(s2) + Math.log(1 + w2 / s2);
  return (square + logDeterminant + 4 * Math.log(2 * Math.PI)) / 2;
}

/** An encoder that is the posterior, but for a factor on its variance. */
function weightsWith(widened: number): Weights {
  const spread = sigma * sigma + dot(w, w);
  const tensor = (shape: readonly number[], values: readonly number[]) => {
    return { shape, values: Float32Array.from(values) };
  };
  return {
    "mean/kernel": tensor(
      [4, 1],
      w.map((value) => value / spread),
    ),
    "mean/bias": tensor([1], [-dot(w, b) / spread]),
    "logVariance/kernel": tensor([4, 1], [0, 0, 0, 0]),
    "logVariance/bias": tensor([1], [Math.log((widened * sigma * sigma) / spread)]),
    "output/kernel": tensor([1, 4], w),
    "output/bias": tensor([4], b),
  };
}

const images = [0, 1, 2, 3].map((i) => tinyPixels("test", i).map((byte) => byte / 255));
const expected = images.reduce((sum, image) => sum + exact(image) / images.length, 0);

/** Asks a host with such an encoder for the bound over the test images. */
async function boundsWith(widened: number) {
  const host = await testHost({
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });
  await host.start({ config, preview: testPreview(1) });
  await host.caller.request("setWeights", { weights: weightsWith(widened) });
  return async (samples: number, seed: number): Promise<number> => {
    const iwae = { samples, images: 4 };
    const params = { split: "test", limit: null, seed, iwae } as const;
    return (await host.caller.request("evaluate", params)).iwae?.negativeBound ?? NaN;
  };
}

it("is −log p(x) for any draw when the encoder is the posterior", async () => {
  const bound = await boundsWith(1);
  expect(await bound(1, 1)).toBeCloseTo(expected, 4);
  expect(await bound(64, 2)).toBeCloseTo(expected, 4);
});

it("is −ELBO on average for one draw, and comes down to −log p(x) as draws are added", async () => {
  const bound = await boundsWith(2.5);
  expect(Math.abs((await bound(6000, 1)) - expected)).toBeLessThan(0.02);
  // −ELBO = −log p(x) + KL(q‖p(z|x)); with equal means that is ½ (v − 1 − log v).
  const gap = (2.5 - 1 - Math.log(2.5)) / 2;
  const seeds = 150;
  let mean = 0;
  for (let seed = 0; seed < seeds; seed++) mean += (await bound(1, seed)) / seeds;
  // log w is −½ (v − 1) ε² and a constant, with standard deviation (v − 1)/√2.
  const error = 1.5 / Math.SQRT2 / Math.sqrt(4 * seeds);
  expect(Math.abs(mean - (expected + gap))).toBeLessThan(4 * error);
  expect(4 * error).toBeLessThan(gap);
});
