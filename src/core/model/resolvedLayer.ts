/** One layer with its shapes, by TensorFlow's rules of padding. Checks nothing. */
import type { LayerShape, ResolvedLayer } from "#/core/model/resolved.ts";
import type { Activation, BatchNorm, ImageShape, Padding } from "#/core/model/spec.ts";

/** What a layer of any kind has, as blocks write it. */
export interface LayerTraits {
  readonly activation: Activation;
  readonly batchNorm?: BatchNorm;
  readonly dropout?: number;
}

export interface Filter extends LayerTraits {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding?: Padding;
}

/** Values in one item of the batch. */
export function shapeSize(shape: LayerShape): number {
  return shape.length === 1 ? shape[0] : shape[0] * shape[1] * shape[2];
}

/** Units of a vector, channels of a map: what a bias of a convolution and batch normalisation count. */
export function channelsOf(shape: LayerShape): number {
  return shape.length === 1 ? shape[0] : shape[2];
}

/** `joined` one-hot entries come behind the input, flattened. */
export function denseLayer(
  name: string,
  input: LayerShape,
  output: LayerShape,
  traits: LayerTraits,
  joined = 0,
): ResolvedLayer {
  const reads: LayerShape = joined === 0 ? input : [shapeSize(input) + joined];
  return {
    name,
    op: "dense",
    input: reads,
    joined,
    output,
    kernelShape: [shapeSize(reads), shapeSize(output)],
    stride: 1,
    padding: "same",
    ...traitsOf(traits),
  };
}

/** `joined` constant channels come behind those of the input. */
export function convLayer(
  name: string,
  input: ImageShape,
  filter: Filter,
  joined = 0,
): ResolvedLayer {
  const { filters, kernel, stride, padding = "same" } = filter;
  const side = (length: number) =>
    padding === "same" ? Math.ceil(length / stride) : Math.floor((length - kernel) / stride) + 1;
  return {
    name,
    op: "conv",
    input: [input[0], input[1], input[2] + joined],
    joined,
    output: [side(input[0]), side(input[1]), filters],
    kernelShape: [kernel, kernel, input[2] + joined, filters],
    stride,
    padding,
    ...traitsOf(filter),
  };
}

/** `joined` as of `convLayer`. */
export function convTransposeLayer(
  name: string,
  input: ImageShape,
  filter: Filter,
  joined = 0,
): ResolvedLayer {
  const { filters, kernel, stride, padding = "same" } = filter;
  const side = (length: number) =>
    padding === "same" ? length * stride : (length - 1) * stride + kernel;
  return {
    name,
    op: "convTranspose",
    input: [input[0], input[1], input[2] + joined],
    joined,
    output: [side(input[0]), side(input[1]), filters],
    kernelShape: [kernel, kernel, filters, input[2] + joined],
    stride,
    padding,
    ...traitsOf(filter),
  };
}

function traitsOf({ activation, batchNorm, dropout }: LayerTraits) {
  return { activation, batchNorm: batchNorm ?? null, dropout: dropout ?? 0 };
}
