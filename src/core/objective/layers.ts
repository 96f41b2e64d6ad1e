/**
 * The parts of a layer that look at one image, in double precision, written as the definitions read:
 * loops over output and taps. Part of the engines' oracle (network.ts); far too slow to train with.
 */
import { assertNever } from "#/core/assertNever.ts";
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import type { Activation } from "#/core/model/spec.ts";
import { sigmoid } from "#/core/objective/bernoulli.ts";

/** Row-major values of one layer's two tensors. */
export interface LayerWeights {
  readonly kernel: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
}

export function activate(activation: Activation, x: number): number {
  switch (activation) {
    case "relu":
      return Math.max(x, 0);
    case "leakyRelu":
      return x > 0 ? x : 0.3 * x;
    case "elu":
      return x > 0 ? x : Math.expm1(x);
    case "tanh":
      return Math.tanh(x);
    case "silu":
      return x * sigmoid(x);
    case "linear":
      return x;
    default:
      return assertNever(activation);
  }
}

/** K∗x + b, from what the kernel reads. */
export function weightedSums(
  layer: ResolvedLayer,
  weights: LayerWeights,
  input: Float64Array,
): Float64Array {
  switch (layer.op) {
    case "dense":
      return dense(layer, weights, input);
    case "conv":
      return conv(layer, weights, input);
    case "convTranspose":
      return convTranspose(layer, weights, input);
    default:
      return assertNever(layer.op);
  }
}

function dense(layer: ResolvedLayer, { kernel, bias }: LayerWeights, input: Float64Array) {
  const units = layer.kernelShape[1] ?? 0;
  const out = new Float64Array(units);
  for (let j = 0; j < units; j++) {
    let sum = bias[j] ?? 0;
    for (const [i, x] of input.entries()) sum += x * (kernel[i * units + j] ?? 0);
    out[j] = sum;
  }
  return out;
}

/** Rows, columns and channels of a map that is known to be one. */
function sides(shape: readonly number[]): [height: number, width: number, channels: number] {
  return [shape[0] ?? 0, shape[1] ?? 0, shape[2] ?? 0];
}

/** "valid": none. TensorFlow's "same": ⌈side / stride⌉ outputs; the odd pixel of padding goes after. */
function padBefore(side: number, kernel: number, { stride, padding }: ResolvedLayer): number {
  if (padding === "valid") return 0;
  const total = (Math.ceil(side / stride) - 1) * stride + kernel - side;
  return Math.floor(Math.max(total, 0) / 2);
}

/** Calls back for every (small position, large position, tap) that a strided kernel joins. */
function joins(
  small: readonly [number, number],
  large: readonly [number, number],
  layer: ResolvedLayer,
  visit: (smallIndex: number, largeIndex: number, tap: number) => void,
): void {
  const { stride } = layer;
  const kernel = layer.kernelShape[0] ?? 0;
  const top = padBefore(large[0], kernel, layer);
  const left = padBefore(large[1], kernel, layer);
  for (let row = 0; row < small[0]; row++) {
    for (let column = 0; column < small[1]; column++) {
      for (let ky = 0; ky < kernel; ky++) {
        const y = row * stride + ky - top;
        if (y < 0 || y >= large[0]) continue;
        for (let kx = 0; kx < kernel; kx++) {
          const x = column * stride + kx - left;
          if (x < 0 || x >= large[1]) continue;
          visit(row * small[1] + column, y * large[1] + x, ky * kernel + kx);
        }
      }
    }
  }
}

function conv(layer: ResolvedLayer, { kernel, bias }: LayerWeights, input: Float64Array) {
  const [height, width, channels] = sides(layer.input);
  const [outHeight, outWidth, filters] = sides(layer.output);
  const out = Float64Array.from({ length: outHeight * outWidth * filters }, (_, i) => {
    return bias[i % filters] ?? 0;
  });
  joins([outHeight, outWidth], [height, width], layer, (to, from, tap) => {
    for (let c = 0; c < channels; c++) {
      const x = input[from * channels + c] ?? 0;
      for (let f = 0; f < filters; f++) {
        const weight = kernel[(tap * channels + c) * filters + f] ?? 0;
        out[to * filters + f] = (out[to * filters + f] ?? 0) + x * weight;
      }
    }
  });
  return out;
}

function convTranspose(layer: ResolvedLayer, { kernel, bias }: LayerWeights, input: Float64Array) {
  const [height, width, channels] = sides(layer.input);
  const [outHeight, outWidth, filters] = sides(layer.output);
  const out = Float64Array.from({ length: outHeight * outWidth * filters }, (_, i) => {
    return bias[i % filters] ?? 0;
  });
  joins([height, width], [outHeight, outWidth], layer, (from, to, tap) => {
    for (let c = 0; c < channels; c++) {
      const x = input[from * channels + c] ?? 0;
      for (let f = 0; f < filters; f++) {
        const weight = kernel[(tap * filters + f) * channels + c] ?? 0;
        out[to * filters + f] = (out[to * filters + f] ?? 0) + x * weight;
      }
    }
  });
  return out;
}
