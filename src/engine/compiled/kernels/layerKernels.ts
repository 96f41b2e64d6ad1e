/** The passes of one layer, of whatever kind. */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { normalise } from "#/engine/compiled/kernels/batchNorm.ts";
import {
  denseForward,
  denseInputGradient,
  denseWeightGradient,
} from "#/engine/compiled/kernels/dense.ts";
import type { LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { mapForward, mapInputGradient } from "#/engine/compiled/kernels/maps.ts";
import { biasSlices, mapWeightSlices, summedBias } from "#/engine/compiled/kernels/mapWeights.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import type { Kernel } from "#/engine/compiled/program.ts";

/** @param input the buffer it reads. `follows`: running statistics are moved too. */
export function layerForward(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  how: { readonly batch: number; readonly follows: boolean },
): readonly Kernel[] {
  const forward = layer.op === "dense" ? denseForward : mapForward;
  return [
    forward(vae, layer, input, how.batch),
    ...(layer.batchNorm === null ? [] : [normalise(vae, layer, layer.batchNorm, how)]),
  ];
}

export function inputGradient(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  batch: number,
  end: LayerEnd,
): Kernel {
  const backward = layer.op === "dense" ? denseInputGradient : mapInputGradient;
  return backward(vae, layer, batch, end);
}

/** A convolution's parameters move later, with the slices of all of them. */
export function weightGradients(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  batch: number,
  sink: Sink,
): readonly Kernel[] {
  const buffer = layerBuffers(layer.name).sumsGradient;
  const d = { buffer, width: shapeSize(layer.output), from: 0 };
  switch (layer.op) {
    case "dense":
      return [denseWeightGradient(vae, layer, input, d, batch, sink)];
    case "conv":
    case "convTranspose":
      return [
        mapWeightSlices(vae, layer, input, batch),
        ...(summedBias(layer) ? [biasSlices(vae, layer, batch)] : []),
      ];
  }
}
