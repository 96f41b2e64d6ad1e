/**
 * The lifetime of tensors: whatever is made in a scope goes at its end unless kept. Scopes are one
 * global stack in tfjs, so nothing may be awaited inside one.
 */
import { endScope, startScope } from "#/engine/tf.ts";

/** `using scope = tensorScope();` for the rest of the block. */
export function tensorScope(): Disposable {
  startScope();
  return { [Symbol.dispose]: endScope };
}
