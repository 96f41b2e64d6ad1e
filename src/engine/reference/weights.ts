/** Weights as tensors, by parameter name. Whoever makes the record owns the tensors. */
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import type { Tensor } from "#/engine/tf.ts";

export type TensorsByName = Readonly<Record<string, Tensor>>;

export interface LayerTensors {
  readonly kernel: Tensor;
  /** [out] */
  readonly bias: Tensor;
}

/** Borrowed. */
export function layerTensors(tensors: TensorsByName, layer: ResolvedLayer): LayerTensors {
  return {
    kernel: namedTensor(tensors, `${layer.name}/kernel`),
    bias: namedTensor(tensors, `${layer.name}/bias`),
  };
}

export function namedTensor(tensors: TensorsByName, name: string): Tensor {
  const found = tensors[name];
  if (found === undefined) throw new Error(`no tensor ${name}`);
  return found;
}
