/** The gradient of a bias: sums over everything but the last axis. */
import { isWasm, matMul, ones, reshape, sum, type Tensor } from "#/engine/tf.ts";

/** [rows × columns] → [columns]. On wasm as a product with ones: 0.03 ms against 0.26 for 128 × 784. */
export function columnSums(x: Tensor): Tensor {
  if (!isWasm()) return sum(x, 0);
  const [rows = 0, columns = 0] = x.shape;
  return reshape(matMul(ones([1, rows]), x), [columns]);
}
