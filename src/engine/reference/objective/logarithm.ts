/** The logarithm on which the guards stand or fall: −∞ at 0. Called inside a scope. */
import { equal, hasHostMemory, log, scalar, where, type Tensor } from "#/engine/tf.ts";

/**
 * Of numbers that are at least 0. Shaders promise nothing of log(0), and software adapters give −88;
 * on wasm and cpu it is −∞ by itself.
 */
export function logarithm(x: Tensor): Tensor {
  return hasHostMemory() ? log(x) : where(equal(x, 0), scalar(-Infinity), log(x));
}
