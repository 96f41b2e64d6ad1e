/** Views of flat tensors as maps and back: reshapes, which move no data. */
import type { LayerShape } from "#/core/model/resolved.ts";
import { reshape, type Tensor, type Tensor4D } from "#/engine/tf.ts";

/** Height and width of a map, and its channels. */
export function mapSides(
  shape: LayerShape,
): readonly [height: number, width: number, channels: number] {
  if (shape.length === 1) throw new Error("a vector where a map belongs");
  return shape;
}

/** [batch × size] → [batch, height, width, channels] */
export function toMaps(x: Tensor, shape: LayerShape): Tensor4D {
  return reshape(x, [batchOf(x), ...mapSides(shape)]);
}

/** [batch, height, width, channels] → [batch × size] */
export function flat(maps: Tensor): Tensor {
  const batch = batchOf(maps);
  return reshape(maps, [batch, maps.size / batch]);
}

/** [batch × size] → [rows × columns], as many rows as there are: pixels of all maps × channels, say. */
export function inColumns(x: Tensor, columns: number): Tensor {
  return reshape(x, [x.size / columns, columns]);
}

/** A kernel as the four-dimensional filter it is. */
export function toFilter(kernel: Tensor): Tensor4D {
  const [a = 0, b = 0, c = 0, d = 0] = kernel.shape;
  return reshape(kernel, [a, b, c, d]);
}

function batchOf(x: Tensor): number {
  const [batch = 0] = x.shape;
  return batch;
}
