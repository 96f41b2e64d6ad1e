/** A dense layer: its weighted sums, and both gradients behind them, each one matrix product. */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { hasIdleBias } from "#/engine/compiled/kernels/batchNorm.ts";
import { inputOf } from "#/engine/compiled/kernels/labels.ts";
import { forwardEnd, type LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { placeOf, weights } from "#/engine/compiled/kernels/parameters.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { read, uint } from "#/engine/compiled/wgsl.ts";

/** Y = activation(X·W + b). [batch × in] → [batch × out] */
export function denseForward(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  batch: number,
): Kernel {
  const x = inputOf(layer, input);
  const outputs = shapeSize(layer.output);
  const end = forwardEnd(vae, layer);
  const [kernel, bias] = placesOf(vae, layer);
  return matrixProduct({
    label: `${layer.name}, forward`,
    bindings: [...x.bindings, weights, ...end.bindings],
    rows: batch,
    columns: outputs,
    depth: x.size,
    left: { at: x.at, contiguous: "column" },
    right: {
      at: (k, j) => `weights[${kernel} + ${k} * ${uint(outputs)} + ${j}]`,
      contiguous: "column",
    },
    store: (row, j, sum) => end.take(row, j, `(${sum} + weights[${bias} + ${j}])`),
  });
}

/** ∂L/∂X = ∂L/∂S·Wᵀ, without a joined label's part, handed to `end`. */
export function denseInputGradient(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  batch: number,
  end: LayerEnd,
): Kernel {
  const outputs = shapeSize(layer.output);
  const [kernel] = placesOf(vae, layer);
  return matrixProduct({
    label: `${layer.name}, back to its input`,
    bindings: [read("d", layerBuffers(layer.name).sumsGradient), weights, ...end.bindings],
    rows: batch,
    columns: shapeSize(layer.input) - layer.joined,
    depth: outputs,
    left: { at: (row, k) => `d[${row} * ${uint(outputs)} + ${k}]`, contiguous: "column" },
    right: {
      at: (k, i) => `weights[${kernel} + ${i} * ${uint(outputs)} + ${k}]`,
      contiguous: "row",
    },
    store: end.take,
  });
}

/** Where ∂L/∂S of a layer lies: columns `from` … of a buffer that is `width` wide. */
export interface SumsGradient {
  readonly buffer: string;
  readonly width: number;
  readonly from: number;
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
  const x = inputOf(layer, input);
  const outputs = shapeSize(layer.output);
  const [kernel] = placesOf(vae, layer);
  return matrixProduct({
    label: `${layer.name}, weights`,
    bindings: [...x.bindings, read("d", d.buffer), ...sink.bindings],
    declarations: sink.declarations,
    rows: x.size + (hasIdleBias(layer) ? 0 : 1),
    columns: outputs,
    depth: batch,
    left: {
      at: (i, row) => `select(${x.at(row, i)}, 1f, ${i} == ${uint(x.size)})`,
      contiguous: "row",
    },
    right: {
      at: (row, j) => `d[${row} * ${uint(d.width)} + ${uint(d.from)} + ${j}]`,
      contiguous: "column",
    },
    store: (i, j, sum) => sink.take(`${kernel} + ${i} * ${uint(outputs)} + ${j}`, sum),
  });
}

function placesOf({ parameters }: ResolvedVae, { name }: ResolvedLayer): [string, string] {
  return [placeOf(parameters, `${name}/kernel`), placeOf(parameters, `${name}/bias`)];
}
