/** Weights as tensors, parameters and running statistics by name. Whoever makes the record owns the tensors. */
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import type { Tensor } from "#/engine/tf.ts";

export type TensorsByName = Readonly<Record<string, Tensor>>;

export interface LayerTensors {
  readonly kernel: Tensor;
  /** [out], or [filters] of a convolution. */
  readonly bias: Tensor;
}

/** Of batch normalisation, [channels] each. */
export interface NormTensors {
  readonly scale: Tensor;
  readonly shift: Tensor;
  readonly runningMean: Tensor;
  readonly runningVariance: Tensor;
}

/** Borrowed. */
export function layerTensors(tensors: TensorsByName, { name }: ResolvedLayer): LayerTensors {
  return {
    kernel: namedTensor(tensors, `${name}/kernel`),
    bias: namedTensor(tensors, `${name}/bias`),
  };
}

/** Borrowed. */
export function normTensors(tensors: TensorsByName, { name }: ResolvedLayer): NormTensors {
  return {
    scale: namedTensor(tensors, `${name}/scale`),
    shift: namedTensor(tensors, `${name}/shift`),
    runningMean: namedTensor(tensors, `${name}/runningMean`),
    runningVariance: namedTensor(tensors, `${name}/runningVariance`),
  };
}

export function namedTensor(tensors: TensorsByName, name: string): Tensor {
  const found = tensors[name];
  if (found === undefined) throw new Error(`no tensor ${name}`);
  return found;
}
