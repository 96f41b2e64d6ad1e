/** Convolution and its gradients. */
import { filterGradient, spread } from "#/engine/reference/layers/convolve.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { flat, mapSides, toFilter, toMaps } from "#/engine/reference/layers/maps.ts";
import { mapPadding } from "#/engine/reference/layers/padding.ts";
import { fused } from "#/engine/tf.ts";

export const convOps: LayerOps = {
  forward(layer, { kernel, bias }, x, activation) {
    const maps = toMaps(x, layer.input);
    const filter = toFilter(kernel);
    const [height, width] = mapSides(layer.input);
    const pad = mapPadding([height, width], filter.shape[0], layer);
    return flat(fused.conv2d({ x: maps, filter, strides: layer.stride, pad, bias, activation }));
  },
  kernelGradient(layer, x, dy) {
    const large = toMaps(x, layer.input);
    return filterGradient(large, toMaps(dy, layer.output), layer.kernelShape, layer);
  },
  inputGradient(layer, kernel, dy) {
    return flat(spread(toMaps(dy, layer.output), toFilter(kernel), layer.input, layer));
  },
};
