/** A small experiment for tests of worker, state and page: dense 8 units, two latent dimensions. */
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { PreviewRequest } from "#/worker/protocol/messages.ts";
import { restWindow } from "#/core/latent/plane.ts";

export function testConfig(patch: ExperimentPatch = {}): ExperimentConfig {
  return {
    data: { set: "mnist", trainLimit: null, ...patch.data },
    model: {
      encoder: [{ kind: "dense", units: 8, activation: "relu" }],
      decoder: [{ kind: "dense", units: 8, activation: "relu" }],
      latent: 2,
      weightInit: "pytorch",
      ...patch.model,
    },
    objective: { beta: 1, ...patch.objective },
    optimizer: { kind: "adam", learningRate: 3e-3, epsilon: 1e-8, ...patch.optimizer },
    training: { batch: 8, epochs: 2, lastBatch: "keep", seed: 1, ...patch.training },
  };
}

export function testPreview(latent = 2): PreviewRequest {
  return {
    window: restWindow,
    axes: { kind: "dimensions", dims: [0, Math.min(1, latent - 1)] },
    n: 3,
    at: new Array<number>(latent).fill(0),
    samplesSeed: null,
  };
}
