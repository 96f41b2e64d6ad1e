/** Trains one experiment on wasm in Node and measures it on the test images, all from one seed. */
import { presetConfig } from "#/core/experiment/presets.ts";
import { variant } from "#/core/experiment/presets/base.ts";
import type { ExperimentConfig, ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { resolveModel } from "#/core/experiment/validate.ts";
import { createDataOrder } from "#/core/data/order.ts";
import { activeUnits, Moments } from "#/core/metrics/moments.ts";
import { initialWeights } from "#/core/model/init.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { createRng } from "#/core/rng.ts";
import { createEngine } from "#/engine/createEngine.ts";
import type { Engine } from "#/engine/engine.ts";
import { startWasm } from "#/engine/tf.ts";

export interface Experiment {
  /** What `patch` changes; 784-400-20 with Adam at 1e-3 where nothing is said. */
  readonly preset?: PresetId;
  readonly patch: ExperimentPatch;
  /** Spread of the network's output instead of the probability the loss means. */
  readonly drawsRaw?: true;
}

export interface Pixels {
  /** Bytes of all images, in the order of the manifest. */
  readonly train: Uint8Array;
  readonly test: Uint8Array;
  /** Training images in each chunk. */
  readonly chunkCounts: readonly number[];
}

export interface Measured {
  readonly steps: number;
  readonly seconds: number;
  readonly negativeElbo: number;
  readonly kl: number;
  readonly writtenKl: number;
  readonly activeUnits: number;
  readonly diversity: number;
  readonly noiseDiversity: number;
  /** The first step whose loss is no number, or below −10⁶; null where training went well. */
  readonly divergedAt: number | null;
}

const facts = { shape: [28, 28, 1], classes: [] } as const;
const samples = 1000;
const piece = 250;

export async function startBackend(): Promise<void> {
  await startWasm("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
}

/** @param now milliseconds */
export async function measure(
  experiment: Experiment,
  epochs: number,
  pixels: Pixels,
  now: () => number,
): Promise<Measured> {
  const { config, vae } = model(experiment);
  const rng = createRng(config.training.seed);
  const weights = initialWeights(vae, config.model.weightInit, rng.fork("init"), config.objective);
  const state = { weights, optimizer: { steps: 0, moments: {} } };
  const { objective, optimizer } = config;
  using engine = await createEngine({
    resolved: vae,
    state,
    objective,
    optimizer,
    batch: config.training.batch,
  });
  const began = now();
  const trained = await train(engine, vae, config, epochs, pixels);
  const seconds = (now() - began) / 1000;
  const raw = experiment.drawsRaw ?? false;
  const scored = await score(engine, vae, config.training.seed, pixels.test, raw);
  return { ...scored, ...trained, seconds };
}

function model(experiment: Experiment): { config: ExperimentConfig; vae: ResolvedVae } {
  const config = applyPatch(baseOf(experiment), experiment.patch);
  if (!config.ok) throw new Error(config.error.message);
  const vae = resolveModel(config.value, facts);
  if (!vae.ok) throw new Error(vae.error.message);
  return { config: config.value, vae: vae.value };
}

function baseOf({ preset }: Experiment): ExperimentConfig {
  if (preset !== undefined) return presetConfig(preset);
  return variant(presetConfig("mnist-dense-2"), {
    model: { latent: 20 },
    optimizer: { learningRate: 1e-3 },
  });
}

async function train(
  engine: Engine,
  vae: ResolvedVae,
  config: ExperimentConfig,
  epochs: number,
  { train: bytes, chunkCounts }: Pixels,
): Promise<{ steps: number; divergedAt: number | null }> {
  const { batch, seed } = config.training;
  const { trainLimit } = config.data;
  const order = createDataOrder({ seed, chunkCounts, trainLimit, batch, lastBatch: "drop" });
  const noise = createRng(seed).fork("noise");
  const epsilon = new Float32Array(batch * vae.latent);
  const settings = {
    beta: config.objective.beta,
    freeBits: 0,
    learningRate: config.optimizer.learningRate,
    clip: 0,
  };
  const steps = epochs * order.stepsPerEpoch;
  for (let step = 0; step < steps; step++) {
    const plan = order.plan(order.cursorAt(step), () => "loaded");
    if (plan.kind !== "batch") throw new Error("no batch");
    noise.fillNormal(epsilon);
    const images = floats(bytes, [...plan.indices], vae.pixels);
    engine.step({ count: batch, images, epsilon, labels: null, dropout: null }, settings);
    for (const { loss } of await engine.readTerms()) {
      if (!(loss.total > -1e6)) return { steps: step + 1, divergedAt: step + 1 };
    }
  }
  return { steps, divergedAt: null };
}

async function score(
  engine: Engine,
  vae: ResolvedVae,
  seed: number,
  bytes: Uint8Array,
  raw: boolean,
) {
  const rng = createRng(seed).fork("evaluation");
  const { latent, pixels } = vae;
  const count = bytes.length / pixels;
  const means = new Moments(latent);
  let [reconstruction, kl, writtenKl] = [0, 0, 0];
  for (let from = 0; from < count; from += piece) {
    const rows = Array.from({ length: piece }, (_, i) => from + i);
    const images = floats(bytes, rows, pixels);
    const epsilon = new Float32Array(piece * latent);
    rng.fillNormal(epsilon);
    const batch = { count: piece, images, targets: images, epsilon, labels: null };
    const terms = await engine.score(batch);
    means.add(terms.mean, piece);
    reconstruction += sum(terms.reconstruction) / count;
    kl += sum(terms.klPerDimension) / count;
    writtenKl += sum(terms.writtenKl) / count;
  }
  const spread = (draw: Draw) => diversity(engine, vae, draw, raw);
  return {
    negativeElbo: reconstruction + kl,
    kl,
    writtenKl,
    activeUnits: activeUnits(means.variance),
    diversity: await spread((rows) => Promise.resolve(normals(rng, rows * latent))),
    noiseDiversity: await spread(async (rows) => {
      const noise = normals(rng, rows * pixels);
      const { mean, logVariance } = await engine.encode(noise, rows, null);
      const epsilon = normals(rng, rows * latent);
      return mean.map((mu, i) => mu + Math.exp((logVariance[i] ?? 0) / 2) * (epsilon[i] ?? 0));
    }),
  };
}

/** [rows × latent] */
type Draw = (rows: number) => Promise<Float32Array>;

/** Mean over pixels of the s.d. across decoded z. */
async function diversity(
  engine: Engine,
  { pixels }: ResolvedVae,
  draw: Draw,
  raw: boolean,
): Promise<number> {
  const moments = new Moments(pixels);
  for (let from = 0; from < samples; from += piece) {
    moments.add(await engine.decode(await draw(piece), piece, null, { raw }), piece);
  }
  return moments.variance.reduce((total, v) => total + Math.sqrt(v), 0) / pixels;
}

function normals(rng: ReturnType<typeof createRng>, length: number): Float32Array {
  const values = new Float32Array(length);
  rng.fillNormal(values);
  return values;
}

function floats(bytes: Uint8Array, rows: readonly number[], pixels: number): Float32Array {
  const images = new Float32Array(rows.length * pixels);
  rows.forEach((row, i) => {
    for (let p = 0; p < pixels; p++) images[i * pixels + p] = (bytes[row * pixels + p] ?? 0) / 255;
  });
  return images;
}

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
