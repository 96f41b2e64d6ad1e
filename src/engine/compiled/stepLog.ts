/** What the steps since the last look said: rows of a buffer on the device, and how to read each. */
import { named, readBuffers, type BuffersByName } from "#/engine/compiled/device.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { loggedTerms } from "#/engine/compiled/kernels/terms.ts";
import { loggedSteps } from "#/engine/compiled/stepProgram.ts";
import type { StepTerms } from "#/engine/engine.ts";

/** From means over the batch: reconstruction, KL, KL after free bits, displayed cross-entropy. */
export type ReadTerms = (row: Float32Array) => StepTerms;

export interface StepLog {
  /** The row that the next step writes. */
  readonly slot: number;
  /** Notes a step that was submitted to write `slot`. */
  add(read: ReadTerms): void;
  /** Every step since the last call, oldest first. */
  read(): Promise<readonly StepTerms[]>;
}

export function createStepLog(device: GPUDevice, all: BuffersByName): StepLog {
  const buffer = named(all, buffers.terms);
  let pending: ReadTerms[] = [];
  /** Rows that filled the buffer before anybody asked. */
  let full: Promise<readonly StepTerms[]>[] = [];

  async function take(): Promise<readonly StepTerms[]> {
    const steps = pending;
    pending = [];
    if (steps.length === 0) return [];
    const [rows = new Float32Array()] = await readBuffers(device, [
      { buffer, floats: steps.length * loggedTerms },
    ]);
    return steps.map((read, i) => read(rows.subarray(i * loggedTerms, (i + 1) * loggedTerms)));
  }

  return {
    get slot() {
      return pending.length;
    },
    add(read) {
      pending.push(read);
      if (pending.length === loggedSteps) full.push(take());
    },
    async read() {
      const parts = [...full, take()];
      full = [];
      return (await Promise.all(parts)).flat();
    },
  };
}
