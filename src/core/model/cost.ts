/**
 * What a model costs before anything is allocated: memory and work, counted from shapes. Estimates
 * for a person to read and for refusing what cannot fit; not measurements.
 */
import type { Fault } from "#/core/fault.ts";
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";

export interface ModelCost {
  readonly parameters: number;
  /** Weights, running statistics, gradients and both moments of Adam, bytes. */
  readonly weightBytes: number;
  /** Activations of a batch with their gradients, bytes. */
  readonly activationBytes: number;
  readonly totalBytes: number;
  /** Multiply–adds of one training step: forward, and twice that backward less the first layer's ∂x. */
  readonly multiplyAdds: number;
}

const floatBytes = 4;
/** Weight, gradient, first and second moment; one copy more while a step replaces the weights. */
const copiesOfWeights = 5;
/** Of a layer's output: before and after its activation, their gradient, one transposed. */
const copiesOfActivations = 4;
/** Besides: the normalised values and their gradient; what dropout multiplies by, and its product. */
const copiesOfNormalisation = 2;
const copiesOfDropout = 2;
/** Per output: its share of mean and variance, the normalised value, scale and shift. */
const normalisingMultiplyAdds = 4;

/** wasm cannot address more than 4 GiB, and a 32-bit GPU buffer holds less: half of it is the limit. */
export const memoryLimitBytes = 2 * 1024 ** 3;

export function modelCost(vae: ResolvedVae, batch: number): ModelCost {
  const layers = [...vae.encoder, vae.mean, vae.logVariance, ...vae.decoder, vae.output];
  const statistics = vae.statistics.reduce((sum, { size }) => sum + size, 0);
  const weightBytes = (vae.parameterCount * copiesOfWeights + statistics) * floatBytes;
  const values = layers.reduce(
    (sum, layer) => sum + valuesPerImage(layer),
    vae.pixels * copiesOfActivations,
  );
  const activationBytes = batch * values * floatBytes;
  const forward = layers.reduce((sum, layer) => sum + multiplyAddsPerImage(layer), 0);
  // ∂x of whatever reads the image is never needed.
  const readers = vae.encoder[0] === undefined ? [vae.mean, vae.logVariance] : [vae.encoder[0]];
  const unneeded = readers.reduce((sum, layer) => sum + multiplyAddsPerImage(layer), 0);
  return {
    parameters: vae.parameterCount,
    weightBytes,
    activationBytes,
    totalBytes: weightBytes + activationBytes,
    multiplyAdds: batch * (3 * forward - unneeded),
  };
}

/** The fault "memory-too-large" with both numbers, or null when the model fits. */
export function memoryFault(cost: ModelCost, limit = memoryLimitBytes): Fault | null {
  if (cost.totalBytes <= limit) return null;
  const needed = formatBytes(cost.totalBytes);
  const allowed = formatBytes(limit);
  return {
    code: "memory-too-large",
    message: `This model would need about ${needed} of memory; ${allowed} is the limit here.`,
    hint: "Use narrower layers, a smaller batch, or fewer of both.",
    values: { needed, limit: allowed },
  };
}

/** Three significant digits in decimal units: "7.83 MB". */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"] as const;
  let value = bytes;
  let unit: string = units[0];
  for (const next of units.slice(1)) {
    if (value < 999.5) break;
    value /= 1000;
    unit = next;
  }
  return `${String(Number(value.toPrecision(3)))} ${unit}`;
}

function valuesPerImage({ output, batchNorm, dropout }: ResolvedLayer): number {
  const copies =
    copiesOfActivations +
    (batchNorm === null ? 0 : copiesOfNormalisation) +
    (dropout > 0 ? copiesOfDropout : 0);
  return shapeSize(output) * copies;
}

/** A transposed convolution uses each filter tap once per input position, a convolution per output. */
function multiplyAddsPerImage(layer: ResolvedLayer): number {
  const { kernelShape, op, input, output, batchNorm, dropout } = layer;
  const taps = kernelShape.reduce((product, side) => product * side, 1);
  const [height = 1, width = 1] = op === "conv" ? output : input;
  const kernel = op === "dense" ? taps : taps * height * width;
  const normalising = batchNorm === null ? 0 : normalisingMultiplyAdds;
  return kernel + shapeSize(output) * (normalising + (dropout > 0 ? 1 : 0));
}
