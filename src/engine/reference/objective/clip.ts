/** Keeping a clip from hiding that something is no number. Called inside a scope. */
import { add, mul, type Tensor } from "#/engine/tf.ts";

/** tfjs's clip turns NaN into a bound on wasm: `clipped`, but NaN where `source`, which is finite else, is. */
export function keepingNaN(clipped: Tensor, source: Tensor): Tensor {
  return add(clipped, mul(source, 0));
}
