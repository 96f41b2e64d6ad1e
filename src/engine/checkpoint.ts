/**
 * An engine's state as plain arrays: how moments are named, and whether a state fits a model.
 * Files and storage are elsewhere.
 */
import { EngineError } from "#/core/fault.ts";
import type { ParameterSpec, ResolvedVae } from "#/core/model/resolved.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { EngineState } from "#/engine/engine.ts";

/** Two moments for each parameter; all of them are absent from a fresh optimiser's state. */
export function momentNames(parameter: string): {
  readonly first: string;
  readonly second: string;
} {
  return { first: `${parameter}/first`, second: `${parameter}/second` };
}

/**
 * Weights are parameters and running statistics; moments belong to parameters alone.
 * @throws EngineError "weights-invalid" naming the first tensor that does not fit.
 */
export function checkState(
  { parameters, statistics }: Pick<ResolvedVae, "parameters" | "statistics">,
  { weights, optimizer }: EngineState,
): void {
  const tensors = [...parameters, ...statistics];
  checkNames(weights, new Set(tensors.map(({ name }) => name)));
  for (const tensor of tensors) checkTensor(weights, tensor.name, tensor);
  const { steps, moments } = optimizer;
  if (!Number.isSafeInteger(steps) || steps < 0) {
    throw invalid(`the optimiser has taken ${String(steps)} steps`);
  }
  if (Object.keys(moments).length === 0) return;
  const names = parameters.flatMap(({ name }) => Object.values(momentNames(name)));
  checkNames(moments, new Set(names));
  for (const parameter of parameters) {
    const { first, second } = momentNames(parameter.name);
    checkTensor(moments, first, parameter);
    checkTensor(moments, second, parameter);
  }
}

/** Tensors as one vector in the order of `parameters`; `name` picks that of each. Missing ones are zero. */
export function flatten(
  parameters: readonly ParameterSpec[],
  tensors: Weights,
  name: (parameter: string) => string,
): Float32Array {
  const flat = new Float32Array(parameters.reduce((sum, { size }) => sum + size, 0));
  let offset = 0;
  for (const parameter of parameters) {
    const values = tensors[name(parameter.name)]?.values;
    if (values !== undefined) flat.set(values, offset);
    offset += parameter.size;
  }
  return flat;
}

/** Copies out of one vector, by name. */
export function unflatten(
  parameters: readonly ParameterSpec[],
  flat: Float32Array,
  name: (parameter: string) => string,
): Weights {
  let offset = 0;
  return Object.fromEntries(
    parameters.map((parameter) => {
      const values = flat.slice(offset, offset + parameter.size);
      offset += parameter.size;
      return [name(parameter.name), { shape: parameter.shape, values }];
    }),
  );
}

function checkNames(tensors: Weights, known: ReadonlySet<string>): void {
  const stranger = Object.keys(tensors).find((name) => !known.has(name));
  if (stranger !== undefined) throw invalid(`there is no tensor “${stranger}” in this model`);
}

function checkTensor(tensors: Weights, name: string, { shape, size, role }: ParameterSpec): void {
  const tensor = tensors[name];
  if (tensor === undefined) throw invalid(`“${name}” is missing`);
  if (tensor.shape.join() !== shape.join() || tensor.values.length !== size) {
    throw invalid(
      `“${name}” is [${tensor.shape.join(", ")}], and the model's is [${shape.join(", ")}]`,
    );
  }
  if (!tensor.values.every(Number.isFinite))
    throw invalid(`“${name}” holds a value that is not finite`);
  if (role === "runningVariance" && tensor.values.some((value) => value < 0)) {
    throw invalid(`“${name}” holds a negative variance`);
  }
}

function invalid(reason: string): EngineError {
  return new EngineError({
    code: "weights-invalid",
    message: `These weights do not fit the model: ${reason}.`,
    hint: "Give each tensor its name, shape and as many finite numbers.",
    values: { reason },
  });
}
