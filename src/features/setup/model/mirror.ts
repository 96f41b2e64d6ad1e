/**
 * The decoder that undoes an encoder block by block: dense layers in reverse, then a map, then
 * transposed convolutions. The output layer is not among them: it follows from the data
 * (core/model/shapes.ts) and undoes the first convolution. Does not check that sides divide.
 */
import type { Block, ConvBlock, DenseBlock, ImageShape } from "#/core/model/spec.ts";

export function mirrorDecoder(encoder: readonly Block[], image: ImageShape): readonly Block[] {
  const dense = encoder.filter((block): block is DenseBlock => block.kind === "dense").reverse();
  const convs = encoder.filter((block): block is ConvBlock => block.kind === "conv");
  const deepest = convs.at(-1);
  if (deepest === undefined) return dense;

  let [height, width] = image;
  for (const conv of convs) {
    height = Math.ceil(height / conv.stride);
    width = Math.ceil(width / conv.stride);
  }
  const map: Block = {
    kind: "denseToMap",
    height,
    width,
    channels: deepest.filters,
    activation: deepest.activation,
  };
  const growing: Block[] = [];
  for (let i = convs.length - 1; i > 0; i--) {
    const [conv, before] = [convs[i], convs[i - 1]];
    if (conv === undefined || before === undefined) break;
    growing.push({
      kind: "convTranspose",
      filters: before.filters,
      kernel: conv.kernel,
      stride: conv.stride,
      activation: before.activation,
    });
  }
  return [...dense, map, ...growing];
}
