/** A training batch from JavaScript's memory into the buffers that the kernels read. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { named, type BuffersByName } from "#/engine/compiled/device.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import type { TrainingBatch } from "#/engine/engine.ts";

export function uploadBatch(
  queue: GPUQueue,
  { classes, dropoutUnits }: ResolvedVae,
  into: BuffersByName,
  { count, images, epsilon, labels, dropout }: TrainingBatch,
): void {
  const upload = (name: string, values: Float32Array | Uint32Array) => {
    queue.writeBuffer(named(into, name), 0, values.buffer, values.byteOffset, values.byteLength);
  };
  upload(buffers.images, images);
  upload(buffers.epsilon, epsilon);
  if (classes > 0) {
    if (labels?.length !== count)
      throw new Error("a conditional model needs a label for each image");
    upload(buffers.labels, Uint32Array.from(labels));
  }
  if (dropoutUnits > 0) {
    if (dropout === null) throw new Error("a compiled step drops what its noise says");
    upload(buffers.dropout, dropout);
  }
}
