/** Both heads as one product each way: they read the same features. */
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { shapeSize } from "#/core/model/resolvedLayer.ts";
import { inputOf } from "#/engine/compiled/kernels/labels.ts";
import type { LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { buffers } from "#/engine/compiled/kernels/names.ts";
import { matrix, transposed } from "#/engine/compiled/kernels/factors.ts";
import { offsetOf, parameterBuffers, weights } from "#/engine/compiled/kernels/parameters.ts";
import {
  areFours,
  eitherWay,
  inFours,
  type Reading,
  single,
} from "#/engine/compiled/kernels/reading.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Factor, Look } from "#/engine/compiled/product.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { uint, write } from "#/engine/compiled/wgsl.ts";

/** μ and λ side by side [batch × 2·latent]. */
export function headsForward(vae: ResolvedVae, input: string, batch: number): Kernel {
  const size = shapeSize(vae.mean.input);
  const width = 2 * vae.latent;
  const both = headWeights(vae);
  return matrixProduct({
    label: "both heads, forward",
    bindings: [weights, write("heads", buffers.heads)],
    rows: batch,
    columns: width,
    depth: size,
    left: inputOf(vae.mean, input),
    right: both,
    // The bias is the row behind the last.
    store: (row, j, sum) =>
      `heads[${row} * ${uint(width)} + ${j}] = ${sum} + ${both.single.at(uint(size), j)};`,
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
    bindings: end.bindings,
    rows: batch,
    columns: size,
    depth: width,
    left: matrix("d", buffers.headsGradient, { from: 0, width }),
    right: transposed(headWeights(vae)),
    store: end.take,
  });
}

/** Both kernels side by side, biases behind [features + 1 × 2·latent]. */
function headWeights({ latent, parameters }: ResolvedVae): Factor {
  const width = uint(latent);
  const places = ["mean/kernel", "logVariance/kernel"].map((name) => offsetOf(parameters, name));
  const [mean = 0, logVariance = 0] = places;
  const look = ({ at }: Reading): Look => ({
    at: (i, j) => {
      const from = `select(${uint(logVariance - latent)}, ${uint(mean)}, ${j} < ${width})`;
      return at("weights", `${from} + ${i} * ${width} + ${j}`);
    },
  });
  return {
    bindings: eitherWay("weights", parameterBuffers.values),
    single: look(single),
    fours: areFours(latent, mean, logVariance) ? look(inFours) : null,
    contiguous: "column",
  };
}
