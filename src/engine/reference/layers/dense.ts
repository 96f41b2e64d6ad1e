/**
 * Fully connected layers and their gradients. Transposes are written out: tfjs's matMul with a
 * transpose flag is 13 times slower on wasm (35 ms against 2.7 for 400×128 · 128×784).
 */
import { columnSums } from "#/engine/reference/layers/columnSums.ts";
import type { LayerOps } from "#/engine/reference/layers/layer.ts";
import { fused, matMul, reshape, transpose } from "#/engine/tf.ts";

export const denseOps: LayerOps = {
  forward(_layer, { kernel, bias }, x, activation) {
    return fused.matMul({ a: x, b: kernel, bias, activation });
  },
  weightGradients(layer, x, dy) {
    const kernel = matMul(transpose(x), dy);
    return { kernel: reshape(kernel, [...layer.kernelShape]), bias: columnSums(dy) };
  },
  inputGradient(_layer, { kernel }, dy) {
    return matMul(dy, transpose(kernel));
  },
};
