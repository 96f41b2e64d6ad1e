/** Convolution with "same" padding, and its gradients. */
import { columnSums } from "#/engine/reference/layers/columnSums.ts";
import { filterGradient, spread } from "#/engine/reference/layers/convolve.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { mapPadding } from "#/engine/reference/layers/padding.ts";
import { flat, flatPixels, mapSides, toFilter, toMaps } from "#/engine/reference/layers/maps.ts";
import { fused } from "#/engine/tf.ts";

export const convOps: LayerOps = {
  forward(layer, { kernel, bias }, x, activation) {
    const { stride } = layer;
    const maps = toMaps(x, layer.input);
    const filter = toFilter(kernel);
    const [height, width] = mapSides(layer.input);
    const padding = mapPadding([height, width], filter.shape[0], stride);
    return flat(fused.conv2d({ x: maps, filter, strides: stride, pad: padding, bias, activation }));
  },
  weightGradients(layer, x, dy) {
    const large = toMaps(x, layer.input);
    const small = toMaps(dy, layer.output);
    return {
      kernel: filterGradient(large, small, layer.kernelShape, layer.stride),
      bias: columnSums(flatPixels(small)),
    };
  },
  inputGradient(layer, { kernel }, dy) {
    return flat(spread(toMaps(dy, layer.output), toFilter(kernel), layer.input, layer.stride));
  },
};
