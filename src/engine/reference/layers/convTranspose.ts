/** Transposed convolution: the adjoint of conv.ts, so each pass is one of that layer's others. */
import { columnSums } from "#/engine/reference/layers/columnSums.ts";
import { filterGradient, spread } from "#/engine/reference/layers/convolve.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { mapPadding } from "#/engine/reference/layers/padding.ts";
import { flat, flatPixels, mapSides, toFilter, toMaps } from "#/engine/reference/layers/maps.ts";
import { add, conv2d, relu } from "#/engine/tf.ts";

export const convTransposeOps: LayerOps = {
  forward(layer, { kernel, bias }, x, activation) {
    const maps = spread(toMaps(x, layer.input), toFilter(kernel), layer.output, layer.stride);
    const biased = flat(add(maps, bias));
    return activation === "relu" ? relu(biased) : biased;
  },
  weightGradients(layer, x, dy) {
    const large = toMaps(dy, layer.output);
    const small = toMaps(x, layer.input);
    return {
      kernel: filterGradient(large, small, layer.kernelShape, layer.stride),
      bias: columnSums(flatPixels(large)),
    };
  },
  inputGradient(layer, { kernel }, dy) {
    const { stride } = layer;
    const filter = toFilter(kernel);
    const [height, width] = mapSides(layer.output);
    const padding = mapPadding([height, width], filter.shape[0], stride);
    return flat(conv2d(toMaps(dy, layer.output), filter, stride, padding));
  },
};
