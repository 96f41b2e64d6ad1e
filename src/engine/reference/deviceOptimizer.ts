/**
 * Adam in tfjs operations, for GPUs: nothing leaves the device. All parameters are updated as one
 * vector, because what a small model waits for there is the number of dispatches: about thirty
 * a step instead of a hundred.
 */
import type { ParameterSpec } from "#/core/model/resolved.ts";
import { adamDecay } from "#/core/objective/adam.ts";
import { checkState, flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import type { EngineState } from "#/engine/engine.ts";
import { readFloats } from "#/engine/readback.ts";
import { adamFactors, type Optimizer, type OptimizerStep } from "#/engine/reference/optimizer.ts";
import { namedTensor, type TensorsByName } from "#/engine/reference/weights.ts";
import { tensorScope } from "#/engine/scope.ts";
import {
  add,
  clone,
  concat,
  dispose,
  div,
  keep,
  mul,
  reshape,
  slice,
  sqrt,
  square,
  sub,
  tensor1d,
  type Tensor,
} from "#/engine/tf.ts";

/** Weights and both moments as vectors over all parameters. Owned. */
interface Vectors {
  readonly values: Tensor;
  readonly first: Tensor;
  readonly second: Tensor;
}

/** @throws EngineError "weights-invalid" when `initial` does not fit. */
export function createDeviceAdam(
  parameters: readonly ParameterSpec[],
  epsilon: number,
  initial: EngineState,
): Optimizer {
  checkState(parameters, initial);
  let { steps } = initial.optimizer;
  let vectors = upload(parameters, initial);
  let tensors = cut(parameters, vectors.values);

  function replace(next: Vectors): void {
    release();
    vectors = next;
    tensors = cut(parameters, next.values);
  }

  function release(): void {
    dispose([...Object.values(tensors), vectors.values, vectors.first, vectors.second]);
  }

  return {
    get weights() {
      return tensors;
    },
    hostBytes: 0,
    apply(gradients, step) {
      steps += 1;
      replace(update(vectors, join(parameters, gradients), steps, epsilon, step));
    },
    load(state) {
      checkState(parameters, state);
      replace(upload(parameters, state));
      ({ steps } = state.optimizer);
    },
    async save() {
      const taken = steps;
      const copies = [vectors.values, vectors.first, vectors.second].map((vector) => clone(vector));
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
    [Symbol.dispose]: release,
  };
}

function upload(parameters: readonly ParameterSpec[], state: EngineState): Vectors {
  const { moments } = state.optimizer;
  return {
    values: tensor1d(flatten(parameters, state.weights, (name) => name)),
    first: tensor1d(flatten(parameters, moments, (name) => momentNames(name).first)),
    second: tensor1d(flatten(parameters, moments, (name) => momentNames(name).second)),
  };
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

/** Gradients as one vector. Owned by the caller. */
function join(parameters: readonly ParameterSpec[], gradients: TensorsByName): Tensor {
  using _scope = tensorScope();
  return keep(
    concat(parameters.map(({ name, size }) => reshape(namedTensor(gradients, name), [size]))),
  );
}

/** Consumes the gradient. The vectors stay the caller's to dispose. */
function update(
  vectors: Vectors,
  gradient: Tensor,
  steps: number,
  epsilon: number,
  { count, learningRate }: OptimizerStep,
): Vectors {
  using _scope = tensorScope();
  const factors = adamFactors(steps);
  const { first: b1, second: b2 } = adamDecay;
  const first = add(mul(vectors.first, b1), mul(gradient, (1 - b1) / count));
  const second = add(mul(vectors.second, b2), mul(square(gradient), (1 - b2) / count ** 2));
  const scale = add(sqrt(mul(second, factors.second)), epsilon);
  const values = sub(vectors.values, div(mul(first, learningRate * factors.first), scale));
  dispose(gradient);
  return { values: keep(values), first: keep(first), second: keep(second) };
}
