/** A dense layer: its weighted sums, and both gradients behind them, each one matrix product. */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { hasIdleBias } from "#/engine/compiled/kernels/batchNorm.ts";
import { aboveOnes, matrix, type Place, transposed } from "#/engine/compiled/kernels/factors.ts";
import { inputOf } from "#/engine/compiled/kernels/labels.ts";
import { forwardEnd, type LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { offsetOf, parameterBuffers, weights } from "#/engine/compiled/kernels/parameters.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

/** Y = activation(X·W + b). [batch × in] → [batch × out] */
export function denseForward(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  batch: number,
): Kernel {
  const outputs = shapeSize(layer.output);
  const end = forwardEnd(vae, layer);
  const [kernel, bias] = placesOf(vae, layer);
  return matrixProduct({
    label: `${layer.name}, forward`,
    bindings: [weights, ...end.bindings],
    rows: batch,
    columns: outputs,
    depth: shapeSize(layer.input),
    left: inputOf(layer, input),
    right: matrix("weights", parameterBuffers.values, { from: kernel, width: outputs }),
    store: (row, j, sum) => end.take(row, j, `(${sum} + weights[${uint(bias)} + ${j}])`),
  });
}

/** ∂L/∂X = ∂L/∂S·Wᵀ, without a joined label's part, handed to `end`. */
export function denseInputGradient(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  batch: number,
  end: LayerEnd,
): Kernel {
  const width = shapeSize(layer.output);
  const [kernel] = placesOf(vae, layer);
  return matrixProduct({
    label: `${layer.name}, back to its input`,
    bindings: end.bindings,
    rows: batch,
    columns: shapeSize(layer.input) - layer.joined,
    depth: width,
    left: matrix("d", layerBuffers(layer.name).sumsGradient, { from: 0, width }),
    right: transposed(matrix("weights", parameterBuffers.values, { from: kernel, width })),
    store: end.take,
  });
}

/** Where ∂L/∂S of a layer lies. */
export interface SumsGradient extends Place {
  readonly buffer: string;
}

/** ∂L/∂W = Xᵀ·∂L/∂S, and ∂L/∂b as the row of ones behind X. */
export function denseWeightGradient(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  d: SumsGradient,
  batch: number,
  sink: Sink,
): Kernel {
  const inputs = shapeSize(layer.input);
  const outputs = shapeSize(layer.output);
  const [kernel] = placesOf(vae, layer);
  return matrixProduct({
    label: `${layer.name}, weights`,
    bindings: sink.bindings,
    declarations: sink.declarations,
    rows: inputs + (hasIdleBias(layer) ? 0 : 1),
    columns: outputs,
    depth: batch,
    left: aboveOnes(transposed(inputOf(layer, input)), inputs),
    right: matrix("d", d.buffer, d),
    store: (i, j, sum) => sink.take(`${uint(kernel)} + ${i} * ${uint(outputs)} + ${j}`, sum),
  });
}

function placesOf({ parameters }: ResolvedVae, { name }: ResolvedLayer): [number, number] {
  return [offsetOf(parameters, `${name}/kernel`), offsetOf(parameters, `${name}/bias`)];
}
