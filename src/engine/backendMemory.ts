/** What the tensors of the backend that was started take, whoever made them. */
import { memory } from "#/engine/tf.ts";

export interface BackendMemory {
  readonly tensors: number;
  readonly bytes: number;
}

export function backendMemory(): BackendMemory {
  const { numTensors, numBytes } = memory();
  return { tensors: numTensors, bytes: numBytes };
}
