/** Who owns the running statistics of batch normalisation: they follow the steps, nothing learns them. */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { Weights } from "#/core/training/terms.ts";
import { present, readFloats } from "#/engine/readback.ts";
import { namedTensor, type TensorsByName } from "#/engine/reference/weights.ts";
import { clone, dispose, keep, tensor } from "#/engine/tf.ts";

export interface Statistics extends Disposable {
  /** Borrowed, and only until the next `take` or `load`. */
  readonly tensors: TensorsByName;
  /** Keeps tensors of a scope, those that the step has moved. */
  take(next: TensorsByName): void;
  /** Copies out of weights that were checked. */
  load(weights: Weights): void;
  save(): Promise<Weights>;
}

export function createStatistics(specs: readonly ParameterSpec[], initial: Weights): Statistics {
  let tensors = upload(specs, initial);

  function replace(next: TensorsByName): void {
    dispose(Object.values(tensors));
    tensors = next;
  }

  return {
    get tensors() {
      return tensors;
    },
    take(next) {
      replace(Object.fromEntries(specs.map(({ name }) => [name, keep(namedTensor(next, name))])));
    },
    load(weights) {
      replace(upload(specs, weights));
    },
    async save() {
      const copies = specs.map(({ name }) => clone(namedTensor(tensors, name)));
      const values = await readFloats(copies);
      return Object.fromEntries(
        // A copy: most backends keep the array they gave as the tensor's own.
        specs.map(({ name, shape }, i) => [name, { shape, values: present(values[i]).slice() }]),
      );
    },
    [Symbol.dispose]() {
      replace({});
    },
  };
}

/** Copies: a backend may read the array it is given much later. */
function upload(specs: readonly ParameterSpec[], weights: Weights): TensorsByName {
  return Object.fromEntries(
    specs.map(({ name, shape }) => [
      name,
      keep(tensor(present(weights[name]).values.slice(), [...shape])),
    ]),
  );
}
