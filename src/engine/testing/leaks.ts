/** Every tensor made while `work` runs must be gone when it ends, to the byte. */
import { memory } from "#/engine/tf.ts";
import { assert } from "#/engine/testing/check.ts";

export async function expectNoLeak(work: () => Promise<void> | void): Promise<void> {
  const before = memory();
  await work();
  const after = memory();
  assert(
    after.numTensors === before.numTensors && after.numBytes === before.numBytes,
    `leaked ${String(after.numTensors - before.numTensors)} tensors, ` +
      `${String(after.numBytes - before.numBytes)} bytes`,
  );
}
