/** Tensors into arrays, without ever blocking for a device. */
import { dispose, type Tensor } from "#/engine/tf.ts";

/** Consumes the tensors: they are disposed also when reading fails. */
export async function readFloats(tensors: readonly Tensor[]): Promise<readonly Float32Array[]> {
  try {
    return await Promise.all(tensors.map(readOne));
  } finally {
    dispose([...tensors]);
  }
}

async function readOne(tensor: Tensor): Promise<Float32Array> {
  const values = await tensor.data();
  if (!(values instanceof Float32Array)) throw new Error("not a float tensor");
  return values;
}

/** One of the arrays that were asked for. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("fewer results than were asked for");
  return value;
}
