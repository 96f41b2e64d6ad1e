/**
 * Transposes, each made once: a product with a kernel asks for that of its input, and the kernel's
 * gradient asks for it again. Called inside a scope.
 */
import { transpose, type Tensor } from "#/engine/tf.ts";

/** A scope that closes takes either of a pair, or both. */
const counterparts = new WeakMap<Tensor, Tensor>();

/** xᵀ of a matrix, which may be shared. */
export function transposed(x: Tensor): Tensor {
  const known = counterparts.get(x);
  if (known !== undefined && !known.isDisposed) return known;
  const made = transpose(x);
  counterparts.set(x, made).set(made, x);
  return made;
}
