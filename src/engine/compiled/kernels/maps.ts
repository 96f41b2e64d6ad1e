/**
 * Convolutions and transposed ones: gathering windows into the small map, spreading the small map
 * over the large, and the kernel's gradient, each an implicit matrix product.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import {
  correlationOf,
  phaseFunctions,
  phasesOf,
  pixels,
  spreadFunction,
  tapWeightFunction,
  windows,
  windowSize,
  type PixelSource,
} from "#/engine/compiled/kernels/correlation.ts";
import { found, matrix } from "#/engine/compiled/kernels/factors.ts";
import { pixelOf } from "#/engine/compiled/kernels/labels.ts";
import { forwardEnd, type LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import {
  offsetOf,
  parameterBuffers,
  placeOf,
  weights,
} from "#/engine/compiled/kernels/parameters.ts";
import { areFours, eitherWay } from "#/engine/compiled/kernels/reading.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Kernel } from "#/engine/compiled/program.ts";
import { uint } from "#/engine/compiled/wgsl.ts";

export function mapForward(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  batch: number,
): Kernel {
  const end = forwardEnd(vae, layer);
  const bias = placeOf(vae.parameters, `${layer.name}/bias`);
  const channels = uint(correlationOf(layer)[layer.op === "conv" ? "small" : "large"][2]);
  const biased: LayerEnd = {
    ...end,
    take: (image, index, sum) =>
      end.take(image, index, `(${sum} + weights[${bias} + ${index} % ${channels}])`),
  };
  const label = `${layer.name}, forward`;
  return layer.op === "conv"
    ? gather(vae, layer, { label, source: pixelOf(layer, input), batch, end: biased })
    : spread(vae, layer, { label, source: input, batch, end: biased });
}

/** ∂L/∂input, without a joined label's part, handed to `end`. */
export function mapInputGradient(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  batch: number,
  end: LayerEnd,
): Kernel {
  const label = `${layer.name}, back to its input`;
  const { sumsGradient } = layerBuffers(layer.name);
  if (layer.op === "conv") {
    return spread(vae, layer, { label, source: sumsGradient, batch, end });
  }
  const source = pixels("d", sumsGradient, correlationOf(layer).large[2]);
  return gather(vae, layer, { label, source, batch, end });
}

interface Pass<Source> {
  readonly label: string;
  readonly source: Source;
  readonly batch: number;
  readonly end: LayerEnd;
}

/** Small = large ∗ K. [batch·pixels × window]·[window × channels] */
function gather(
  { parameters }: ResolvedVae,
  layer: ResolvedLayer,
  { label, source, batch, end }: Pass<PixelSource>,
): Kernel {
  const of = correlationOf(layer);
  const [height, width, channels] = of.small;
  const places = height * width;
  const kernel = offsetOf(parameters, `${layer.name}/kernel`);
  return matrixProduct({
    label,
    bindings: [weights, ...end.bindings],
    rows: batch * places,
    columns: channels,
    depth: windowSize(of),
    left: windows(of, source),
    right: matrix("weights", parameterBuffers.values, { from: kernel, width: channels }),
    store: (place, channel, sum) => `{
          let image = ${place} / ${uint(places)};
          let index = ${place} % ${uint(places)} * ${uint(channels)} + ${channel};
          ${end.take("image", "index", sum)}
        }`,
  });
}

/** Large = Kᵀ small, phase by phase, so that no tap is read that meets nothing. */
function spread(
  { parameters }: ResolvedVae,
  layer: ResolvedLayer,
  { label, source, batch, end }: Pass<string>,
): Kernel {
  const of = correlationOf(layer);
  const { small, large } = of;
  const phases = phasesOf(of);
  const places = phases.rows * phases.columns;
  // Joined labels are not what the gradient is asked for.
  const wanted = large[2] - (layer.op === "conv" ? layer.joined : 0);
  const kernel = offsetOf(parameters, `${layer.name}/kernel`);
  const also = "group.z";
  return matrixProduct({
    label,
    bindings: [weights, ...end.bindings],
    declarations: [phaseFunctions(of)],
    planes: phases.count,
    rows: batch * places,
    columns: wanted,
    depth: phases.taps ** 2 * small[2],
    left: found({
      name: "spread",
      bindings: eitherWay("small", source),
      code: (reading) => spreadFunction(of, reading),
      also,
      contiguous: "column",
      canFours: areFours(small[2]),
    }),
    right: found({
      name: "weightOf",
      bindings: eitherWay("weights", parameterBuffers.values),
      code: (reading) => tapWeightFunction(of, reading, kernel),
      also,
      contiguous: "row",
      canFours: areFours(small[2], kernel),
    }),
    store: (place, channel, sum) => `{
          let pixel = largePixel(${place}, group.z);
          if (pixel < ${uint(large[0] * large[1])}) {
            let image = ${place} / ${uint(places)};
            let index = pixel * ${uint(wanted)} + ${channel};
            ${end.take("image", "index", sum)}
          }
        }`,
  });
}
