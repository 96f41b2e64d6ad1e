/**
 * Fully connected layers and their gradients. Transposes are written out: tfjs's matMul with a
 * transpose flag is 13 times slower on wasm (35 ms against 2.7 for 400×128 · 128×784).
 */
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { timesTransposed, weightedSums } from "#/engine/reference/layers/product.ts";
import { transposed } from "#/engine/reference/layers/transposed.ts";
import { matMul, reshape } from "#/engine/tf.ts";

export const denseOps: LayerOps = {
  forward(_layer, { kernel, bias }, x, activation) {
    return weightedSums(x, kernel, bias, activation);
  },
  kernelGradient(layer, x, dy) {
    return reshape(matMul(transposed(x), dy), [...layer.kernelShape]);
  },
  inputGradient(_layer, kernel, dy) {
    return timesTransposed(dy, kernel);
  },
};
