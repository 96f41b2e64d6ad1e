/**
 * The loss of each step, left on the device until somebody asks: a GPU is then waited for once a
 * glance instead of once a step.
 */
import type { LossTerms } from "#/core/training/terms.ts";
import { readFloats } from "#/engine/readback.ts";
import { tensorScope } from "#/engine/scope.ts";
import { concat, dispose, keep, type Tensor } from "#/engine/tf.ts";

export interface TermLog extends Disposable {
  /** Takes a kept tensor [reconstruction, kl] over. */
  add(terms: Tensor, beta: number): void;
  /** Every step since the last read, oldest first. */
  read(): Promise<readonly LossTerms[]>;
}

interface Pending {
  readonly terms: Tensor;
  readonly beta: number;
}

export function createTermLog(): TermLog {
  let pending: Pending[] = [];

  function join(steps: readonly Pending[]): Tensor {
    using _scope = tensorScope();
    return keep(concat(steps.map(({ terms }) => terms)));
  }

  return {
    add(terms, beta) {
      pending.push({ terms, beta });
    },
    async read() {
      const steps = pending;
      pending = [];
      if (steps.length === 0) return [];
      const joined = join(steps);
      dispose(steps.map(({ terms }) => terms));
      const [values = new Float32Array()] = await readFloats([joined]);
      return steps.map(({ beta }, i) => {
        const reconstruction = values[2 * i] ?? Number.NaN;
        const kl = values[2 * i + 1] ?? Number.NaN;
        return { total: reconstruction + beta * kl, reconstruction, kl };
      });
    },
    [Symbol.dispose]() {
      dispose(pending.map(({ terms }) => terms));
      pending = [];
    },
  };
}
