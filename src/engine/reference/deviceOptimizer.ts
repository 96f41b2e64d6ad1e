/**
 * Parameters for GPUs: nothing leaves the device. All of them are updated as one vector, because
 * what a small model waits for there is the number of dispatches: about thirty a step instead of a
 * hundred.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import type { UpdateRule } from "#/core/training/optimizers.ts";
import { flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import type { EngineState } from "#/engine/engine.ts";
import { readFloats } from "#/engine/readback.ts";
import { deviceUpdate, type DeviceVectors } from "#/engine/reference/deviceUpdates.ts";
import type { Optimizer } from "#/engine/reference/optimizer.ts";
import { namedTensor, type TensorsByName } from "#/engine/reference/weights.ts";
import { tensorScope } from "#/engine/scope.ts";
import {
  clone,
  concat,
  dispose,
  keep,
  reshape,
  slice,
  tensor1d,
  type Tensor,
} from "#/engine/tf.ts";

/** `initial` was checked. */
export function createDeviceOptimizer(
  parameters: readonly ParameterSpec[],
  rule: UpdateRule,
  initial: EngineState,
): Optimizer {
  let { steps } = initial.optimizer;
  let vectors = upload(parameters, initial);
  let tensors = cut(parameters, vectors.values);

  /** What an update left as it was lives on. */
  function replace(next: DeviceVectors): void {
    const kept = new Set(list(next));
    dispose(list(vectors).filter((vector) => !kept.has(vector)));
    dispose(Object.values(tensors));
    vectors = next;
    tensors = cut(parameters, next.values);
  }

  return {
    get weights() {
      return tensors;
    },
    hostBytes: 0,
    apply(gradients, step) {
      steps += 1;
      const next = inScope(() => {
        return deviceUpdate(rule, vectors, join(parameters, gradients), steps, step);
      });
      replace(next);
    },
    load(state) {
      replace(upload(parameters, state));
      ({ steps } = state.optimizer);
    },
    async save() {
      const taken = steps;
      const copies = list(vectors).map((vector) => clone(vector));
      const [values, first, second] = await readFloats(copies);
      if (values === undefined || first === undefined || second === undefined) {
        throw new Error("three vectors were asked for");
      }
      const moments = {
        ...unflatten(parameters, first, (name) => momentNames(name).first),
        ...unflatten(parameters, second, (name) => momentNames(name).second),
      };
      const weights = unflatten(parameters, values, (name) => name);
      return { weights, optimizer: { steps: taken, moments } };
    },
    [Symbol.dispose]() {
      dispose([...Object.values(tensors), ...list(vectors)]);
    },
  };
}

function upload(
  parameters: readonly ParameterSpec[],
  { weights, optimizer }: EngineState,
): DeviceVectors {
  const { moments } = optimizer;
  return {
    values: tensor1d(flatten(parameters, weights, (name) => name)),
    first: tensor1d(flatten(parameters, moments, (name) => momentNames(name).first)),
    second: tensor1d(flatten(parameters, moments, (name) => momentNames(name).second)),
  };
}

function list({ values, first, second }: DeviceVectors): readonly Tensor[] {
  return [values, first, second];
}

/** The parameters out of their vector. Owned by the caller. */
function cut(parameters: readonly ParameterSpec[], values: Tensor): TensorsByName {
  using _scope = tensorScope();
  let offset = 0;
  return Object.fromEntries(
    parameters.map(({ name, shape, size }) => {
      const part = slice(values, offset, size);
      offset += size;
      return [name, keep(reshape(part, [...shape]))];
    }),
  );
}

/** Gradients as one vector, of the scope. */
function join(parameters: readonly ParameterSpec[], gradients: TensorsByName): Tensor {
  return concat(parameters.map(({ name, size }) => reshape(namedTensor(gradients, name), [size])));
}

/** Owned by the caller. */
function inScope(make: () => DeviceVectors): DeviceVectors {
  using _scope = tensorScope();
  const { values, first, second } = make();
  return { values: keep(values), first: keep(first), second: keep(second) };
}
