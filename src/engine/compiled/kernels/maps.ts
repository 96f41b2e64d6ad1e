/**
 * Convolutions and transposed ones: gathering windows into the small map, spreading the small map
 * over the large, and the kernel's gradient, each an implicit matrix product.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import {
  correlationOf,
  phasesOf,
  spreadFunctions,
  windowFunction,
  windowSize,
  type PixelSource,
} from "#/engine/compiled/kernels/correlation.ts";
import { pixelOf } from "#/engine/compiled/kernels/labels.ts";
import { forwardEnd, type LayerEnd } from "#/engine/compiled/kernels/layerEnd.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { placeOf, weights } from "#/engine/compiled/kernels/parameters.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { Binding, Kernel } from "#/engine/compiled/program.ts";
import { read, uint } from "#/engine/compiled/wgsl.ts";

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
    : spread(vae, layer, { label, source: read("small", input), batch, end: biased });
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
    return spread(vae, layer, { label, source: read("small", sumsGradient), batch, end });
  }
  const channels = correlationOf(layer).large[2];
  const source = {
    bindings: [read("d", sumsGradient)],
    at: (pixel: string, channel: string) => `d[${pixel} * ${uint(channels)} + ${channel}]`,
  };
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
  const { small, large } = of;
  const pixels = small[0] * small[1];
  const kernel = placeOf(parameters, `${layer.name}/kernel`);
  const at = (image: string, pixel: string, channel: string) =>
    source.at(`(${image} * ${uint(large[0] * large[1])} + ${pixel})`, channel, image);
  return matrixProduct({
    label,
    bindings: [...source.bindings, weights, ...end.bindings],
    declarations: [windowFunction(of, at)],
    rows: batch * pixels,
    columns: small[2],
    depth: windowSize(of),
    left: {
      at: (place, entry) => `window(${place}, ${entry})`,
      contiguous: "column",
      gathered: true,
    },
    right: {
      at: (entry, channel) => `weights[${kernel} + ${entry} * ${uint(small[2])} + ${channel}]`,
      contiguous: "column",
    },
    store: (place, channel, sum) => `{
          let image = ${place} / ${uint(pixels)};
          let index = ${place} % ${uint(pixels)} * ${uint(small[2])} + ${channel};
          ${end.take("image", "index", sum)}
        }`,
  });
}

/** Large = Kᵀ small, phase by phase, so that no tap is read that meets nothing. */
function spread(
  { parameters }: ResolvedVae,
  layer: ResolvedLayer,
  { label, source, batch, end }: Pass<Binding>,
): Kernel {
  const of = correlationOf(layer);
  const { small, large, side } = of;
  const phases = phasesOf(of);
  const pixels = phases.rows * phases.columns;
  // Joined labels are not what the gradient is asked for.
  const wanted = large[2] - (layer.op === "conv" ? layer.joined : 0);
  const kernel = placeOf(parameters, `${layer.name}/kernel`);
  return matrixProduct({
    label,
    bindings: [source, weights, ...end.bindings],
    declarations: [
      spreadFunctions(of),
      `fn weightOf(entry: u32, channel: u32, phase: u32) -> f32 {
  let tap = tapOf(entry / ${uint(small[2])}, phase);
  if (tap.x >= ${uint(side)} || tap.y >= ${uint(side)}) { return 0f; }
  let row = (tap.x * ${uint(side)} + tap.y) * ${uint(large[2])} + channel;
  return weights[${kernel} + row * ${uint(small[2])} + entry % ${uint(small[2])}];
}`,
    ],
    planes: phases.count,
    rows: batch * pixels,
    columns: wanted,
    depth: phases.taps ** 2 * small[2],
    left: {
      at: (place, entry) => `spread(${place}, ${entry}, group.z)`,
      contiguous: "column",
      gathered: true,
    },
    right: {
      at: (entry, channel) => `weightOf(${entry}, ${channel}, group.z)`,
      contiguous: "row",
      gathered: true,
    },
    store: (place, channel, sum) => `{
          let pixel = largePixel(${place}, group.z);
          if (pixel < ${uint(large[0] * large[1])}) {
            let image = ${place} / ${uint(pixels)};
            let index = pixel * ${uint(wanted)} + ${channel};
            ${end.take("image", "index", sum)}
          }
        }`,
  });
}
