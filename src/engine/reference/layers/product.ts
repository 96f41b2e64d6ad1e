/**
 * Matrix products of a batch with a kernel. wasm packs the right factor before it multiplies, anew
 * for weights that have just moved: for 784×400 that takes as long as the product with 128 rows
 * itself (4 ms of 8). Where the batch is the smaller of the two it is packed instead, as the right
 * factor of (ab)ᵀ = bᵀaᵀ; a transpose costs an eighth of packing.
 */
import type { FusedActivation } from "#/engine/reference/activations.ts";
import { transposed } from "#/engine/reference/layers/transposed.ts";
import { add, fused, isWasm, matMul, relu, reshape, type Tensor } from "#/engine/tf.ts";

/** activation(x·kernel + bias) of x [batch × in], kernel [in × out], bias [out]. */
export function weightedSums(
  x: Tensor,
  kernel: Tensor,
  bias: Tensor,
  activation: FusedActivation,
): Tensor {
  if (!packsBatch(x, bias.size)) return fused.matMul({ a: x, b: kernel, bias, activation });
  const columns = matMul(transposed(kernel), transposed(x));
  const sums = add(columns, reshape(bias, [bias.size, 1]));
  return transposed(activation === "relu" ? relu(sums) : sums);
}

/** x·kernelᵀ of x [batch × out], kernel [in × out]. */
export function timesTransposed(x: Tensor, kernel: Tensor): Tensor {
  const [inputs = 0] = kernel.shape;
  if (!packsBatch(x, inputs)) return matMul(x, transposed(kernel));
  return transposed(matMul(kernel, transposed(x)));
}

/** Whether packing x, of `columns` in the result, is less work by far. */
function packsBatch(x: Tensor, columns: number): boolean {
  const [rows = 0] = x.shape;
  return isWasm() && 2 * rows <= columns;
}
