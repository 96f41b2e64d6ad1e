/** What a layer reads: the values before it, and joined behind them the one-hot label. */
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import { channelsOf, shapeSize } from "#/core/model/resolvedLayer.ts";
import { pixels, type PixelSource } from "#/engine/compiled/kernels/correlation.ts";
import { matrix } from "#/engine/compiled/kernels/factors.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import type { Factor } from "#/engine/compiled/product.ts";
import { read, uint } from "#/engine/compiled/wgsl.ts";

const labels = read("labels", buffers.labels, "u32");

/** Of a dense layer [batch × in]. @param buffer what the layer before it gives */
export function inputOf({ input, joined }: ResolvedLayer, buffer: string): Factor {
  const own = shapeSize(input) - joined;
  const values = matrix("x", buffer, { from: 0, width: own });
  if (joined === 0) return values;
  return {
    ...values,
    bindings: [...values.bindings, labels],
    single: {
      at: (row, index) => {
        const value = values.single.at(row, `min(${index}, ${uint(own - 1)})`);
        return orLabel(row, index, own, value);
      },
    },
    fours: null,
  };
}

/** Of a convolution: the labels are constant channels. */
export function pixelOf({ input, joined }: ResolvedLayer, buffer: string): PixelSource {
  const own = channelsOf(input) - joined;
  if (joined === 0) return pixels("x", buffer, own);
  return {
    bindings: [read("x", buffer), labels],
    at: (pixel, channel, image) => {
      const value = `x[${pixel} * ${uint(own)} + min(${channel}, ${uint(own - 1)})]`;
      return orLabel(image, channel, own, value);
    },
    canFours: false,
  };
}

/** `value` before `own`, from there 1 at the image's label and 0 elsewhere. */
function orLabel(image: string, index: string, own: number, value: string): string {
  const hot = `select(0f, 1f, labels[${image}] == ${index} - ${uint(own)})`;
  return `select(${hot}, ${value}, ${index} < ${uint(own)})`;
}
