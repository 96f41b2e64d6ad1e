/** Small models, weights and batches for tests, all from seeds. */
import { initialWeights } from "#/core/model/init.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { resolveVae, type ResolveOptions } from "#/core/model/shapes.ts";
import type { BatchNorm, ImageShape, VaeSpec } from "#/core/model/spec.ts";
import { createRng, type Rng } from "#/core/rng.ts";
import type { EngineState, TrainingBatch } from "#/engine/engine.ts";

export function resolved(spec: VaeSpec, image: ImageShape, options?: ResolveOptions): ResolvedVae {
  const result = resolveVae(spec, image, options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Scales, shifts and running statistics are moved off their start, so that a test sees them. */
export function freshState(vae: ResolvedVae, seed: number): EngineState {
  const rng = createRng(seed);
  const weights = initialWeights(vae, "pytorch", rng, { noiseSigma: 0.7 });
  for (const { name, role } of [...vae.parameters, ...vae.statistics]) {
    const values = weights[name]?.values;
    if (values === undefined) throw new Error(`no ${name}`);
    if (role === "scale" || role === "shift" || role === "runningMean")
      jitter(values, rng.fork(name));
    if (role === "runningVariance") values.forEach((_, i) => (values[i] = 0.5 + 0.1 * (i % 5)));
  }
  return { weights, optimizer: { steps: 0, moments: {} } };
}

function jitter(values: Float32Array, rng: Rng): void {
  for (const [i, value] of values.entries()) values[i] = value + 0.3 * (rng.uniform() - 0.5);
}

/** Grey pixels in [0, 1], normal noise, and labels and dropout's noise for the models that take them. */
export function testBatch(vae: ResolvedVae, count: number, seed: number): TrainingBatch {
  const rng = createRng(seed).fork("batch");
  const images = Float32Array.from({ length: count * vae.pixels }, () => rng.uniform());
  const epsilon = new Float32Array(count * vae.latent);
  rng.fillNormal(epsilon);
  return {
    count,
    images,
    epsilon,
    labels: vae.classes === 0 ? null : labelsOf(vae.classes, count, rng.fork("labels")),
    dropout: vae.dropoutUnits === 0 ? null : uniform(count * vae.dropoutUnits, rng.fork("dropout")),
  };
}

function labelsOf(classes: number, count: number, rng: Rng): Uint8Array {
  return Uint8Array.from({ length: count }, () => rng.below(classes));
}

function uniform(length: number, rng: Rng): Float32Array {
  return Float32Array.from({ length }, () => rng.uniform());
}

const latent = { latent: 2, condition: "none", weightInit: "pytorch" } as const;

export const denseModel: VaeSpec = {
  ...latent,
  encoder: [{ kind: "dense", units: 7, activation: "relu" }],
  decoder: [{ kind: "dense", units: 6, activation: "tanh" }],
  latent: 3,
};

/** Even and odd sides, strides 1 to 3, every kind of layer. */
export const convModel: VaeSpec = {
  ...latent,
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
};

const batchNorm: BatchNorm = { momentum: 0.9, epsilon: 1e-3 };

/** Batch normalisation before every activation, and of maps made from vectors. */
const normalisedModel: VaeSpec = {
  ...latent,
  encoder: [
    { kind: "conv", filters: 3, kernel: 3, stride: 2, activation: "leakyRelu", batchNorm },
    { kind: "dense", units: 5, activation: "silu", batchNorm },
  ],
  decoder: [
    { kind: "dense", units: 4, activation: "relu", batchNorm },
    { kind: "denseToMap", height: 2, width: 2, channels: 3, activation: "elu", batchNorm },
    { kind: "convTranspose", filters: 2, kernel: 3, stride: 2, activation: "tanh", batchNorm },
  ],
};

/** Dropout in both networks, once behind batch normalisation. */
const dropoutModel: VaeSpec = {
  ...latent,
  encoder: [
    { kind: "conv", filters: 2, kernel: 3, stride: 2, activation: "tanh", dropout: 0.25 },
    { kind: "dense", units: 6, activation: "relu", dropout: 0.5 },
  ],
  decoder: [{ kind: "dense", units: 6, activation: "silu", dropout: 0.4, batchNorm }],
};

/** Rows that the stride leaves unread, and kernels wider and narrower than their stride. */
const validModel: VaeSpec = {
  ...latent,
  encoder: [
    { kind: "conv", filters: 3, kernel: 3, stride: 2, activation: "tanh", padding: "valid" },
    { kind: "conv", filters: 2, kernel: 1, stride: 2, activation: "elu", padding: "valid" },
  ],
  decoder: [
    { kind: "denseToMap", height: 1, width: 1, channels: 3, activation: "linear" },
    {
      kind: "convTranspose",
      filters: 2,
      kernel: 3,
      stride: 2,
      activation: "relu",
      padding: "valid",
    },
    {
      kind: "convTranspose",
      filters: 2,
      kernel: 4,
      stride: 2,
      activation: "silu",
      padding: "valid",
    },
  ],
};

/** Little more than the maps that a label joins. */
const smallConvModel: VaeSpec = {
  ...latent,
  encoder: [{ kind: "conv", filters: 4, kernel: 3, stride: 2, activation: "leakyRelu" }],
  decoder: [{ kind: "denseToMap", height: 4, width: 4, channels: 3, activation: "relu" }],
};

export interface TestModel {
  readonly name: string;
  readonly spec: VaeSpec;
  /** Of the labels that its images have. */
  readonly classes: number;
}

/** For images of 8 × 8; between them every layer and activation. */
export const testModels: readonly TestModel[] = [
  { name: "dense", spec: denseModel, classes: 0 },
  { name: "convolutional", spec: convModel, classes: 0 },
  { name: "batch normalisation", spec: normalisedModel, classes: 0 },
  { name: "dropout", spec: dropoutModel, classes: 0 },
  { name: "valid padding", spec: validModel, classes: 0 },
  { name: "no hidden layers", spec: { ...latent, encoder: [], decoder: [] }, classes: 0 },
  { name: "conditional dense", spec: { ...denseModel, condition: "label" }, classes: 4 },
  {
    name: "conditional convolutional",
    spec: { ...smallConvModel, condition: "label" },
    classes: 3,
  },
  {
    name: "conditional without hidden layers",
    spec: { ...latent, encoder: [], decoder: [], condition: "label" },
    classes: 3,
  },
];
