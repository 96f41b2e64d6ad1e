/** A small experiment for tests of worker, state and page: dense 8 units, two latent dimensions. */
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import { firstConfig, variant } from "#/core/experiment/presets/base.ts";
import type { PreviewRequest } from "#/worker/protocol/preview.ts";
import { restWindow } from "#/core/latent/plane.ts";

const base = variant(firstConfig, {
  data: { set: "mnist" },
  model: {
    encoder: [{ kind: "dense", units: 8, activation: "relu" }],
    decoder: [{ kind: "dense", units: 8, activation: "relu" }],
    latent: 2,
    weightInit: "pytorch",
  },
  objective: { beta: 1 },
  optimizer: { kind: "adam", learningRate: 3e-3, epsilon: 1e-8 },
  training: { batch: 8, epochs: 2, lastBatch: "keep", seed: 1 },
});

export function testConfig(patch: ExperimentPatch = {}): ExperimentConfig {
  return variant(base, patch);
}

export function testPreview(latent = 2): PreviewRequest {
  return {
    window: restWindow,
    axes: { kind: "dimensions", dims: [0, Math.min(1, latent - 1)] },
    n: 3,
    at: new Array<number>(latent).fill(0),
    samplesSeed: null,
    label: 0,
  };
}
