/**
 * Encoder and decoder over a whole batch in double precision: labels joined, batch normalisation,
 * dropout, by loops. The engines' oracle; what is made of its outputs is the objective's.
 */
import { dropoutUnitsBefore } from "#/core/model/dropoutUnits.ts";
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { channelsOf, shapeSize } from "#/core/model/resolvedLayer.ts";
import type { BatchNorm } from "#/core/model/spec.ts";
import { activate, weightedSums } from "#/core/objective/layers.ts";

/** Values by name: parameters and running statistics. */
export type ReferenceWeights = Readonly<Record<string, ArrayLike<number>>>;

export interface ReferenceMode {
  /** By the batch's own statistics; else by the running ones, and nothing is dropped. */
  readonly training: boolean;
  /** Uniform noise, layer by layer, each [count × outputs]; null drops nothing. */
  readonly dropout: ArrayLike<number> | null;
  /** Where given, the running statistics after a training batch are written into it, by name. */
  readonly statistics?: Record<string, Float64Array>;
}

export interface ReferenceCode {
  /** [count × latent] */
  readonly mean: Float64Array;
  /** [count × latent] */
  readonly logVariance: Float64Array;
}

/** Images [count × D]; a label each for a conditional model. */
export function referenceEncode(
  vae: ResolvedVae,
  weights: ReferenceWeights,
  images: ArrayLike<number>,
  labels: ArrayLike<number> | null,
  mode: ReferenceMode,
): ReferenceCode {
  const network = { vae, weights, labels, mode };
  const features = vae.encoder.reduce(
    (rows, layer) => runLayer(network, layer, rows),
    rowsOf(images, vae.pixels),
  );
  return {
    mean: concatenated(runLayer(network, vae.mean, features)),
    logVariance: concatenated(runLayer(network, vae.logVariance, features)),
  };
}

/** z [count × latent] → the output layer's values, before any sigmoid [count × D]. */
export function referenceDecode(
  vae: ResolvedVae,
  weights: ReferenceWeights,
  z: ArrayLike<number>,
  labels: ArrayLike<number> | null,
  mode: ReferenceMode,
): Float64Array {
  const network = { vae, weights, labels, mode };
  const layers = [...vae.decoder, vae.output];
  return concatenated(
    layers.reduce((rows, layer) => runLayer(network, layer, rows), rowsOf(z, vae.latent)),
  );
}

interface Network {
  readonly vae: ResolvedVae;
  readonly weights: ReferenceWeights;
  readonly labels: ArrayLike<number> | null;
  readonly mode: ReferenceMode;
}

/** An image each. */
type Rows = readonly Float64Array[];

function runLayer(network: Network, layer: ResolvedLayer, rows: Rows): Rows {
  const { weights, labels, mode } = network;
  const kernel = named(weights, layer, "kernel");
  const bias = named(weights, layer, "bias");
  const sums = rows.map((row, i) =>
    weightedSums(layer, { kernel, bias }, withLabel(layer, row, labels?.[i])),
  );
  const normalised =
    layer.batchNorm === null ? sums : normalise(network, layer, layer.batchNorm, sums);
  const activated = normalised.map((row) => row.map((sum) => activate(layer.activation, sum)));
  if (layer.dropout === 0 || !mode.training || mode.dropout === null) return activated;
  return dropped(network.vae, layer, mode.dropout, activated);
}

/** One-hot entries behind a vector, or behind the channels of every pixel. */
function withLabel({ input, joined: size }: ResolvedLayer, row: Float64Array, label?: number) {
  if (size === 0) return row;
  const channels = input.length === 1 ? row.length : input[2] - size;
  const out = new Float64Array((row.length / channels) * (channels + size));
  for (let pixel = 0; pixel * channels < row.length; pixel++) {
    const start = pixel * (channels + size);
    out.set(row.subarray(pixel * channels, (pixel + 1) * channels), start);
    for (let c = 0; c < size; c++) out[start + channels + c] = c === label ? 1 : 0;
  }
  return out;
}

function normalise(
  { weights, mode }: Network,
  layer: ResolvedLayer,
  { epsilon, momentum }: BatchNorm,
  rows: Rows,
): Rows {
  const channels = channelsOf(layer.output);
  const scale = named(weights, layer, "scale");
  const shift = named(weights, layer, "shift");
  let mean = Float64Array.from(named(weights, layer, "runningMean"));
  let variance = Float64Array.from(named(weights, layer, "runningVariance"));
  if (mode.training) {
    const now = moments(rows, channels);
    const moved = (kept: Float64Array, batch: Float64Array) =>
      kept.map((value, c) => momentum * value + (1 - momentum) * (batch[c] ?? 0));
    const { statistics } = mode;
    if (statistics !== undefined) {
      statistics[`${layer.name}/runningMean`] = moved(mean, now.mean);
      statistics[`${layer.name}/runningVariance`] = moved(variance, now.variance);
    }
    ({ mean, variance } = now);
  }
  return rows.map((row) =>
    row.map((value, i) => {
      const c = i % channels;
      const unit = (value - (mean[c] ?? 0)) / Math.sqrt((variance[c] ?? 0) + epsilon);
      return unit * (scale[c] ?? 0) + (shift[c] ?? 0);
    }),
  );
}

/** Mean and biased variance of each channel over images and pixels. */
function moments(rows: Rows, channels: number) {
  const values = Array.from({ length: channels }, (_, c) =>
    rows.flatMap((row) => [...row].filter((__, i) => i % channels === c)),
  );
  const average = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const mean = Float64Array.from(values, average);
  const variance = Float64Array.from(values, (x, c) =>
    average(x.map((value) => (value - (mean[c] ?? 0)) ** 2)),
  );
  return { mean, variance };
}

function dropped(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  noise: ArrayLike<number>,
  rows: Rows,
): Rows {
  const outputs = shapeSize(layer.output);
  const start = rows.length * dropoutUnitsBefore(vae, layer);
  return rows.map((row, image) =>
    row.map((value, i) => {
      const kept = (noise[start + image * outputs + i] ?? 0) >= layer.dropout;
      return kept ? value / (1 - layer.dropout) : 0;
    }),
  );
}

function named(weights: ReferenceWeights, { name }: ResolvedLayer, role: string) {
  const values = weights[`${name}/${role}`];
  if (values === undefined) throw new Error(`no ${role} for ${name}`);
  return values;
}

function rowsOf(values: ArrayLike<number>, size: number): Rows {
  return Array.from({ length: values.length / size }, (_, i) =>
    Float64Array.from({ length: size }, (__, j) => values[i * size + j] ?? 0),
  );
}

function concatenated(rows: Rows): Float64Array {
  return Float64Array.from(rows.flatMap((row) => [...row]));
}
