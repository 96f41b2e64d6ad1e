/** One layer with its shapes, by the rules of TensorFlow's "same" padding. Checks nothing. */
import type { LayerShape, ResolvedLayer } from "#/core/model/resolved.ts";
import type { Activation, ImageShape } from "#/core/model/spec.ts";

export interface Filter {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: Activation;
}

/** Values in one item of the batch. */
export function shapeSize(shape: LayerShape): number {
  return shape.length === 1 ? shape[0] : shape[0] * shape[1] * shape[2];
}

export function denseLayer(
  name: string,
  input: LayerShape,
  output: LayerShape,
  activation: Activation,
): ResolvedLayer {
  const kernelShape = [shapeSize(input), shapeSize(output)];
  return { name, op: "dense", input, output, kernelShape, stride: 1, activation };
}

export function convLayer(name: string, input: ImageShape, filter: Filter): ResolvedLayer {
  const { filters, kernel, stride, activation } = filter;
  const output: ImageShape = [Math.ceil(input[0] / stride), Math.ceil(input[1] / stride), filters];
  const kernelShape = [kernel, kernel, input[2], filters];
  return { name, op: "conv", input, output, kernelShape, stride, activation };
}

export function convTransposeLayer(name: string, input: ImageShape, filter: Filter): ResolvedLayer {
  const { filters, kernel, stride, activation } = filter;
  const output: ImageShape = [input[0] * stride, input[1] * stride, filters];
  const kernelShape = [kernel, kernel, filters, input[2]];
  return { name, op: "convTranspose", input, output, kernelShape, stride, activation };
}
