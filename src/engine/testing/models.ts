/** Small models, weights and batches for tests, all from seeds. */
import { initialWeights } from "#/core/model/init.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import type { ImageShape, VaeSpec } from "#/core/model/spec.ts";
import { createRng } from "#/core/rng.ts";
import type { EngineState, TrainingBatch } from "#/engine/engine.ts";

export function resolved(spec: VaeSpec, image: ImageShape): ResolvedVae {
  const result = resolveVae(spec, image);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function freshState(vae: ResolvedVae, seed: number): EngineState {
  const weights = initialWeights(vae.parameters, "pytorch", createRng(seed));
  return { weights, optimizer: { steps: 0, moments: {} } };
}

/** Grey pixels in [0, 1] and normal noise. */
export function testBatch(vae: ResolvedVae, count: number, seed: number): TrainingBatch {
  const rng = createRng(seed).fork("batch");
  const images = Float32Array.from({ length: count * vae.pixels }, () => rng.uniform());
  const epsilon = new Float32Array(count * vae.latent);
  rng.fillNormal(epsilon);
  return { count, images, epsilon };
}

export const denseModel: VaeSpec = {
  encoder: [{ kind: "dense", units: 7, activation: "relu" }],
  decoder: [{ kind: "dense", units: 6, activation: "tanh" }],
  latent: 3,
  weightInit: "pytorch",
};

/** Even and odd sides, strides 1 to 3, every kind of layer. */
export const convModel: VaeSpec = {
  encoder: [
    { kind: "conv", filters: 4, kernel: 3, stride: 2, activation: "leakyRelu" },
    { kind: "conv", filters: 3, kernel: 3, stride: 1, activation: "silu" },
    { kind: "dense", units: 5, activation: "elu" },
  ],
  decoder: [
    { kind: "denseToMap", height: 2, width: 2, channels: 3, activation: "relu" },
    { kind: "convTranspose", filters: 4, kernel: 4, stride: 2, activation: "leakyRelu" },
    { kind: "conv", filters: 2, kernel: 2, stride: 1, activation: "relu" },
  ],
  latent: 2,
  weightInit: "pytorch",
};
