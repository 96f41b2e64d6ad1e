/** Both heads as one product each way: they read the same features. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { inputOf } from "#/engine/compiled/kernels/labels.ts";
import type { LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { placeOf, weights } from "#/engine/compiled/kernels/parameters.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { read, uint, write } from "#/engine/compiled/wgsl.ts";

/** μ and λ side by side [batch × 2·latent]. */
export function headsForward(vae: ResolvedVae, input: string, batch: number): Kernel {
  const x = inputOf(vae.mean, input);
  const width = 2 * vae.latent;
  return matrixProduct({
    label: "both heads, forward",
    bindings: [...x.bindings, weights, write("heads", buffers.heads)],
    declarations: [headWeights(vae)],
    rows: batch,
    columns: width,
    depth: x.size,
    left: { at: x.at, contiguous: "column" },
    right: { at: (i, j) => `headWeight(${i}, ${j})`, contiguous: "column" },
    // The bias is the row behind the last.
    store: (row, j, sum) =>
      `heads[${row} * ${uint(width)} + ${j}] = ${sum} + headWeight(${uint(x.size)}, ${j});`,
  });
}

/** From ∂L/∂μ and ∂L/∂λ to the features of `size` entries, handed to `end`. */
export function headsInputGradient(
  vae: ResolvedVae,
  size: number,
  batch: number,
  end: LayerEnd,
): Kernel {
  const width = 2 * vae.latent;
  return matrixProduct({
    label: "both heads, back to the features",
    bindings: [read("d", buffers.headsGradient), weights, ...end.bindings],
    declarations: [headWeights(vae)],
    rows: batch,
    columns: size,
    depth: width,
    left: { at: (row, k) => `d[${row} * ${uint(width)} + ${k}]`, contiguous: "column" },
    right: { at: (k, i) => `headWeight(${i}, ${k})`, contiguous: "row" },
    store: end.take,
  });
}

/** Entry (i, j) of both kernels side by side [features × 2·latent], biases behind. */
function headWeights({ latent, parameters }: ResolvedVae): string {
  const width = uint(latent);
  const mean = placeOf(parameters, "mean/kernel");
  const logVariance = placeOf(parameters, "logVariance/kernel");
  return `fn headWeight(i: u32, j: u32) -> f32 {
  let start = select(${logVariance} - ${width}, ${mean}, j < ${width});
  return weights[start + i * ${width} + j];
}`;
}
