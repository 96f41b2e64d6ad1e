/**
 * The decoder that undoes an encoder block by block: dense layers in reverse, then a map, then
 * transposed convolutions. The output layer is not among them: it follows from the data
 * (core/model/shapes.ts) and undoes the first convolution. Does not check that sides divide.
 */
import type { Block, ConvBlock, DenseBlock, ImageShape } from "#/core/model/spec.ts";

/** What a mirrored block keeps of the block whose output it brings back. */
function behaviourOf({ activation, batchNorm, dropout }: Block) {
  return {
    activation,
    ...(batchNorm !== undefined && { batchNorm }),
    ...(dropout !== undefined && { dropout }),
  };
}

function shrunk(length: number, { kernel, stride, padding = "same" }: ConvBlock): number {
  return padding === "same"
    ? Math.ceil(length / stride)
    : Math.floor((length - kernel) / stride) + 1;
}

export function mirrorDecoder(encoder: readonly Block[], image: ImageShape): readonly Block[] {
  const dense = encoder.filter((block): block is DenseBlock => block.kind === "dense").reverse();
  const convs = encoder.filter((block): block is ConvBlock => block.kind === "conv");
  const deepest = convs.at(-1);
  if (deepest === undefined) return dense;

  let [height, width] = image;
  for (const conv of convs) {
    height = shrunk(height, conv);
    width = shrunk(width, conv);
  }
  const map: Block = {
    kind: "denseToMap",
    height,
    width,
    channels: deepest.filters,
    ...behaviourOf(deepest),
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
      ...(conv.padding !== undefined && { padding: conv.padding }),
      ...behaviourOf(before),
    });
  }
  return [...dense, map, ...growing];
}
