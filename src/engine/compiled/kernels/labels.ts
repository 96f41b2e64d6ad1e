/** What a layer reads: the values before it, and joined behind them the one-hot label. */
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import { channelsOf, shapeSize } from "#/core/model/resolvedLayer.ts";
import type { PixelSource } from "#/engine/compiled/kernels/correlation.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { read, uint } from "#/engine/compiled/wgsl.ts";

export interface InputCode {
  readonly bindings: readonly Binding[];
  /** Expression of entry `index` of row `row`. */
  readonly at: (row: string, index: string) => string;
  readonly size: number;
}

const labels = read("labels", buffers.labels, "u32");

/** Of a dense layer. @param buffer what the layer before it gives [batch × in] */
export function inputOf({ input, joined }: ResolvedLayer, buffer: string): InputCode {
  const size = shapeSize(input);
  const own = size - joined;
  const value = (row: string, index: string) => `x[${row} * ${uint(own)} + ${index}]`;
  if (joined === 0) return { bindings: [read("x", buffer)], at: value, size };
  return {
    bindings: [read("x", buffer), labels],
    at: (row, index) => orLabel(row, index, own, value(row, `min(${index}, ${uint(own - 1)})`)),
    size,
  };
}

/** Of a convolution: the labels are constant channels. */
export function pixelOf({ input, joined }: ResolvedLayer, buffer: string): PixelSource {
  const own = channelsOf(input) - joined;
  const value = (pixel: string, channel: string) => `x[${pixel} * ${uint(own)} + ${channel}]`;
  if (joined === 0) return { bindings: [read("x", buffer)], at: value };
  return {
    bindings: [read("x", buffer), labels],
    at: (pixel, channel, image) =>
      orLabel(image, channel, own, value(pixel, `min(${channel}, ${uint(own - 1)})`)),
  };
}

/** `value` before `own`, from there 1 at the image's label and 0 elsewhere. */
function orLabel(image: string, index: string, own: number, value: string): string {
  const hot = `select(0f, 1f, labels[${image}] == ${index} - ${uint(own)})`;
  return `select(${hot}, ${value}, ${index} < ${uint(own)})`;
}
