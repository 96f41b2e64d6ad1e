/**
 * Parameters for wasm and cpu: they and their moments live in JavaScript, gradients are read where
 * the backend left them, and one pass updates all three. Parameters then go to the backend as new
 * tensors: wasm keeps each weight packed for its matrix product under the tensor's id, so a tensor
 * changed in place would still multiply as it was.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import { clipFactor, type UpdateRule } from "#/core/training/optimizers.ts";
import { flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import type { EngineState } from "#/engine/engine.ts";
import { hostUpdate, type HostVectors } from "#/engine/reference/hostUpdates.ts";
import type { Optimizer, OptimizerStep } from "#/engine/reference/optimizer.ts";
import { namedTensor, type TensorsByName } from "#/engine/reference/weights.ts";
import { dispose, hostView, keep, tensor, type Tensor } from "#/engine/tf.ts";

/** `initial` was checked. */
export function createHostOptimizer(
  parameters: readonly ParameterSpec[],
  rule: UpdateRule,
  initial: EngineState,
): Optimizer {
  let { steps } = initial.optimizer;
  let vectors = vectorsOf(parameters, initial);
  let tensors: TensorsByName = {};
  upload();

  function upload(): void {
    dispose(Object.values(tensors));
    let offset = 0;
    tensors = Object.fromEntries(
      parameters.map(({ name, shape, size }) => {
        const part = vectors.values.subarray(offset, offset + size);
        offset += size;
        return [name, keep(tensor(part, [...shape]))];
      }),
    );
  }

  function apply(gradients: TensorsByName, { learningRate, scale, clip }: OptimizerStep): void {
    steps += 1;
    const views = parameters.map(({ name }) => viewOf(namedTensor(gradients, name)));
    const shortened = scale * clipFactor(views, clip / scale);
    hostUpdate(shares(vectors, views), { rule, learningRate, scale: shortened, steps });
    upload();
  }

  return {
    get weights() {
      return tensors;
    },
    get hostBytes() {
      return 3 * vectors.values.byteLength;
    },
    apply,
    load(state) {
      ({ steps } = state.optimizer);
      vectors = vectorsOf(parameters, state);
      upload();
    },
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

/** Parameters and both moments as vectors in their order. */
function vectorsOf(parameters: readonly ParameterSpec[], { weights, optimizer }: EngineState) {
  const { moments } = optimizer;
  return {
    values: flatten(parameters, weights, (name) => name),
    first: flatten(parameters, moments, (name) => momentNames(name).first),
    second: flatten(parameters, moments, (name) => momentNames(name).second),
  };
}

/** The vectors as parts that belong to one gradient each. */
function shares(vectors: HostVectors, gradients: readonly Float32Array[]) {
  let offset = 0;
  return gradients.map((gradient) => {
    const [start, end] = [offset, offset + gradient.length];
    offset = end;
    const part = (vector: Float32Array) => vector.subarray(start, end);
    const { values, first, second } = vectors;
    return {
      vectors: { values: part(values), first: part(first), second: part(second) },
      gradient,
    };
  });
}

function viewOf(gradient: Tensor): Float32Array {
  const view = hostView(gradient);
  if (view === null) throw new Error("the backend keeps its tensors to itself");
  return view;
}
