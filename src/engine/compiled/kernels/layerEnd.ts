/**
 * What follows a layer's weighted sums, as statements that end a matrix product: activation and
 * dropout, and the way back through both. Where batch normalisation comes between, the product only
 * leaves the sums (batchNorm.ts goes on).
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { activeEnd } from "#/engine/compiled/kernels/activeEnd.ts";
import { normalised } from "#/engine/compiled/kernels/batchNorm.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { read, uint, write } from "#/engine/compiled/wgsl.ts";

export interface LayerEnd {
  readonly bindings: readonly Binding[];
  /** Statements that take `sum`, entry `index` of image `image`. */
  readonly take: (image: string, index: string, sum: string) => string;
}

export function forwardEnd(vae: ResolvedVae, layer: ResolvedLayer): LayerEnd {
  const names = layerBuffers(layer.name);
  const at = placeIn(layer);
  if (layer.batchNorm !== null) {
    return {
      bindings: [write("sums", names.sums)],
      take: (image, index, sum) => `sums[${at(image, index)}] = ${sum};`,
    };
  }
  const end = activeEnd(vae, layer);
  return {
    bindings: [
      write("y", names.output),
      ...(end.needsInput ? [write("sums", names.sums)] : []),
      ...end.bindings,
    ],
    take(image, index, sum) {
      const here = at(image, index);
      const keep = end.needsInput ? `sums[${here}] = weighted; ` : "";
      return `let weighted = ${sum}; ${keep}y[${here}] = ${end.value("weighted", image, index)};`;
    },
  };
}

/** Takes ∂L/∂output and leaves the gradient of what the activation was given. */
export function backwardEnd(vae: ResolvedVae, layer: ResolvedLayer): LayerEnd {
  const names = layerBuffers(layer.name);
  const end = activeEnd(vae, layer);
  const at = placeIn(layer);
  const given = givenTo(vae, layer);
  return {
    bindings: [
      ...(end.needsOutput ? [read("y", names.output)] : []),
      ...(end.needsInput ? given.bindings : []),
      ...end.bindings,
      write("sumsGradient", names.sumsGradient),
    ],
    take(image, index, gradient) {
      const here = at(image, index);
      const place = { gradient, image, index, y: `y[${here}]`, x: given.at(here) };
      return end.back(`sumsGradient[${here}]`, place);
    },
  };
}

/** What the activation was given: the sums, or what normalising made of them. */
function givenTo(vae: ResolvedVae, layer: ResolvedLayer) {
  if (layer.batchNorm !== null) return normalised(vae, layer);
  return {
    bindings: [read("sums", layerBuffers(layer.name).sums)],
    at: (here: string) => `sums[${here}]`,
  };
}

function placeIn(layer: ResolvedLayer): (image: string, index: string) => string {
  const size = shapeSize(layer.output);
  return (image, index) => `(${image} * ${uint(size)} + ${index})`;
}
