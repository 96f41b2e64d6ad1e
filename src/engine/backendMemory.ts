/** What the tensors of the backend that was started take, whoever made them. */
import type { BackendMemory } from "#/engine/engine.ts";
import { memory } from "#/engine/tf.ts";

export function backendMemory(): BackendMemory {
  const { numTensors, numBytes } = memory();
  return { tensors: numTensors, bytes: numBytes };
}
