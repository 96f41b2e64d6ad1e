/**
 * Adam over typed arrays, for wasm and cpu: weights and moments live in JavaScript, gradients are
 * read where the backend left them, and one pass updates all three. Weights then go to the backend
 * as new tensors: wasm keeps each weight packed for its matrix product under the tensor's id, so a
 * tensor changed in place would still multiply as it was.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import { adamDecay } from "#/core/objective/adam.ts";
import { checkState, flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import type { EngineState } from "#/engine/engine.ts";
import { adamFactors, type Optimizer, type OptimizerStep } from "#/engine/reference/optimizer.ts";
import { namedTensor, type TensorsByName } from "#/engine/reference/weights.ts";
import { dispose, hostView, keep, tensor } from "#/engine/tf.ts";

/** @throws EngineError "weights-invalid" when `initial` does not fit. */
export function createHostAdam(
  parameters: readonly ParameterSpec[],
  epsilon: number,
  initial: EngineState,
): Optimizer {
  checkState(parameters, initial);
  let steps = 0;
  let values: Float32Array = new Float32Array();
  let first: Float32Array = new Float32Array();
  let second: Float32Array = new Float32Array();
  let tensors: TensorsByName = {};

  function load(state: EngineState): void {
    const { moments } = state.optimizer;
    steps = state.optimizer.steps;
    values = flatten(parameters, state.weights, (name) => name);
    first = flatten(parameters, moments, (name) => momentNames(name).first);
    second = flatten(parameters, moments, (name) => momentNames(name).second);
    upload();
  }

  function upload(): void {
    dispose(Object.values(tensors));
    let offset = 0;
    tensors = Object.fromEntries(
      parameters.map(({ name, shape, size }) => {
        const part = values.subarray(offset, offset + size);
        offset += size;
        return [name, keep(tensor(part, [...shape]))];
      }),
    );
  }

  function apply(gradients: TensorsByName, step: OptimizerStep): void {
    steps += 1;
    const factors = { ...adamFactors(steps), epsilon, ...step };
    let offset = 0;
    for (const { name, size } of parameters) {
      const gradient = hostView(namedTensor(gradients, name));
      if (gradient === null) throw new Error("the backend keeps its tensors to itself");
      const end = offset + size;
      update(
        values.subarray(offset, end),
        first.subarray(offset, end),
        second.subarray(offset, end),
        gradient,
        factors,
      );
      offset = end;
    }
    upload();
  }

  load(initial);
  return {
    get weights() {
      return tensors;
    },
    get hostBytes() {
      return values.byteLength + first.byteLength + second.byteLength;
    },
    apply,
    load(state) {
      checkState(parameters, state);
      load(state);
    },
    save() {
      const moments = {
        ...unflatten(parameters, first, (name) => momentNames(name).first),
        ...unflatten(parameters, second, (name) => momentNames(name).second),
      };
      const weights = unflatten(parameters, values, (name) => name);
      return Promise.resolve({ weights, optimizer: { steps, moments } });
    },
    [Symbol.dispose]() {
      dispose(Object.values(tensors));
      tensors = {};
    },
  };
}

interface UpdateFactors extends OptimizerStep {
  readonly first: number;
  readonly second: number;
  readonly epsilon: number;
}

function update(
  values: Float32Array,
  first: Float32Array,
  second: Float32Array,
  gradient: Float32Array,
  factors: UpdateFactors,
): void {
  const { first: b1, second: b2 } = adamDecay;
  const average = 1 / factors.count;
  const rate = factors.learningRate * factors.first;
  const correction = factors.second;
  const { epsilon } = factors;
  const { length } = values;
  for (let i = 0; i < length; i++) {
    const g = (gradient[i] ?? 0) * average;
    const m = b1 * (first[i] ?? 0) + (1 - b1) * g;
    const v = b2 * (second[i] ?? 0) + (1 - b2) * g * g;
    first[i] = m;
    second[i] = v;
    values[i] = (values[i] ?? 0) - (rate * m) / (Math.sqrt(v * correction) + epsilon);
  }
}
