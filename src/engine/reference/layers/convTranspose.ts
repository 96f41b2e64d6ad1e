/** Transposed convolution: the adjoint of conv.ts, so each pass is one of that layer's others. */
import { filterGradient, spread } from "#/engine/reference/layers/convolve.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { flat, mapSides, toFilter, toMaps } from "#/engine/reference/layers/maps.ts";
import { mapPadding } from "#/engine/reference/layers/padding.ts";
import { add, conv2d, relu } from "#/engine/tf.ts";

export const convTransposeOps: LayerOps = {
  forward(layer, { kernel, bias }, x, activation) {
    const maps = spread(toMaps(x, layer.input), toFilter(kernel), layer.output, layer);
    const biased = flat(add(maps, bias));
    return activation === "relu" ? relu(biased) : biased;
  },
  kernelGradient(layer, x, dy) {
    const large = toMaps(dy, layer.output);
    return filterGradient(large, toMaps(x, layer.input), layer.kernelShape, layer);
  },
  inputGradient(layer, kernel, dy) {
    const filter = toFilter(kernel);
    const [height, width] = mapSides(layer.output);
    const padding = mapPadding([height, width], filter.shape[0], layer);
    return flat(conv2d(toMaps(dy, layer.output), filter, layer.stride, padding));
  },
};
