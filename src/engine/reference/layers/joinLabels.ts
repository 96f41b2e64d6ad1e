/** How a conditional model's layers are given the label (Sohn et al., 2015), beside what they read. */
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import type { Labels } from "#/engine/engine.ts";
import { concat, reshape, slice, tensor2d, tile, type Tensor } from "#/engine/tf.ts";

/** 1 at each image's label, else 0. [count × classes]; null without classes. */
export function oneHot(labels: Labels, count: number, classes: number): Tensor | null {
  if (classes === 0) return null;
  if (labels?.length !== count) throw new Error("a conditional model needs a label for each image");
  const values = new Float32Array(count * classes);
  for (const [row, label] of labels.entries()) {
    if (label >= classes) throw new Error(`there is no class ${String(label)}`);
    values[row * classes + label] = 1;
  }
  return tensor2d(values, [count, classes]);
}

/** What the layer's kernel reads: `x` [batch × size] with the label behind it, as entries or channels. */
export function joinLabels(
  { input, joined }: ResolvedLayer,
  x: Tensor,
  hot: Tensor | null,
): Tensor {
  if (joined === 0) return x;
  if (hot === null) throw new Error("a layer joins labels that the model does not have");
  if (input.length === 1) return concat([x, hot], 1);
  const [height, width, channels] = input;
  const [count = 0] = x.shape;
  const maps = reshape(x, [count, height, width, channels - joined]);
  const constant = tile(reshape(hot, [count, 1, 1, joined]), [1, height, width, 1]);
  return reshape(concat([maps, constant], 3), [count, height * width * channels]);
}

/** Of ∂L/∂(what the kernel read), the part before the labels. Vectors alone: maps have it at the image. */
export function cutLabels({ input, joined }: ResolvedLayer, dx: Tensor): Tensor {
  if (joined === 0) return dx;
  if (input.length !== 1) throw new Error("labels among channels are next to the image");
  const [count = 0, size = 0] = dx.shape;
  return slice(dx, [0, 0], [count, size - joined]);
}
