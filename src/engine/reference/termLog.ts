/**
 * The terms of each step, left on the device until somebody asks: a GPU is then waited for once a
 * glance instead of once a step.
 */
import type { StepTerms } from "#/engine/engine.ts";
import { readFloats } from "#/engine/readback.ts";
import type { BatchTerms } from "#/engine/reference/objective/batchTerms.ts";
import { tensorScope } from "#/engine/scope.ts";
import { concat, dispose, keep, type Tensor } from "#/engine/tf.ts";

export interface TermLog extends Disposable {
  /** Keeps the tensor until it is read. */
  add(terms: BatchTerms): void;
  /** Every step since the last read, oldest first. */
  read(): Promise<readonly StepTerms[]>;
}

export function createTermLog(): TermLog {
  let pending: BatchTerms[] = [];

  function release(steps: readonly BatchTerms[]): void {
    dispose(steps.map(({ values }) => values));
  }

  return {
    add(terms) {
      keep(terms.values);
      pending.push(terms);
    },
    async read() {
      const steps = pending;
      pending = [];
      if (steps.length === 0) return [];
      const joined = join(steps);
      release(steps);
      const [values = new Float32Array()] = await readFloats([joined]);
      let offset = 0;
      return steps.map((step) => {
        const own = values.subarray(offset, offset + step.values.size);
        offset += own.length;
        return step.read(own);
      });
    },
    [Symbol.dispose]() {
      release(pending);
      pending = [];
    },
  };
}

/** Owned by the caller. */
function join(steps: readonly BatchTerms[]): Tensor {
  using _scope = tensorScope();
  return keep(concat(steps.map(({ values }) => values)));
}
