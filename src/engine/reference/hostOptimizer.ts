/**
 * Parameters for wasm and cpu: they and their moments live in memory of ours, gradients are read
 * where the backend left them, and one pass updates all three. Parameters then go to the backend as
 * new tensors: wasm keeps each weight packed for its matrix product under the tensor's id, so a
 * tensor changed in place would still multiply as it was.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import { clipFactor, type UpdateRule } from "#/core/training/optimizers.ts";
import { flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import type { EngineState } from "#/engine/engine.ts";
import { createHostUpdates } from "#/engine/reference/hostUpdates.ts";
import type { Optimizer, OptimizerStep } from "#/engine/reference/optimizer.ts";
import { createVectorUpdates } from "#/engine/reference/vectorUpdates.ts";
import { namedTensor, type TensorsByName } from "#/engine/reference/weights.ts";
import { dispose, hostView, isWasm, keep, tensor, type Tensor } from "#/engine/tf.ts";

/** `initial` was checked. */
export function createHostOptimizer(
  parameters: readonly ParameterSpec[],
  rule: UpdateRule,
  initial: EngineState,
): Optimizer {
  const size = parameters.reduce((sum, parameter) => sum + parameter.size, 0);
  const vectorised = isWasm() ? createVectorUpdates(size, rule) : null;
  const { vectors, step } = vectorised ?? createHostUpdates(size, rule);
  let steps = 0;
  let tensors: TensorsByName = {};
  load(initial);

  function load({ weights, optimizer }: EngineState): void {
    const { moments } = optimizer;
    ({ steps } = optimizer);
    vectors.values.set(flatten(parameters, weights, (name) => name));
    vectors.first.set(flatten(parameters, moments, (name) => momentNames(name).first));
    vectors.second.set(flatten(parameters, moments, (name) => momentNames(name).second));
    upload();
  }

  function upload(): void {
    dispose(Object.values(tensors));
    let offset = 0;
    tensors = Object.fromEntries(
      parameters.map(({ name, shape, size: own }) => {
        const part = vectors.values.subarray(offset, offset + own);
        offset += own;
        return [name, keep(tensor(part, [...shape]))];
      }),
    );
  }

  function apply(gradients: TensorsByName, { learningRate, scale, clip }: OptimizerStep): void {
    steps += 1;
    let offset = 0;
    for (const { name, size: own } of parameters) {
      vectors.gradient.set(viewOf(namedTensor(gradients, name)), offset);
      offset += own;
    }
    const shortened = scale * clipFactor([vectors.gradient], clip / scale);
    step({ learningRate, scale: shortened, steps });
    upload();
  }

  return {
    get weights() {
      return tensors;
    },
    hostBytes: 4 * vectors.values.byteLength,
    apply,
    load,
    save() {
      const moments = {
        ...unflatten(parameters, vectors.first, (name) => momentNames(name).first),
        ...unflatten(parameters, vectors.second, (name) => momentNames(name).second),
      };
      const weights = unflatten(parameters, vectors.values, (name) => name);
      return Promise.resolve({ weights, optimizer: { steps, moments } });
    },
    [Symbol.dispose]() {
      dispose(Object.values(tensors));
      tensors = {};
    },
  };
}

function viewOf(gradient: Tensor): Float32Array {
  const view = hostView(gradient);
  if (view === null) throw new Error("the backend keeps its tensors to itself");
  return view;
}
