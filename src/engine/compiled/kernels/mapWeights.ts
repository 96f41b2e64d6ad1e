/**
 * Gradients of convolutions' kernels and biases. Few entries, each a sum over all pixels of all
 * images: the sums are cut into slices, so that there is work for every processor, and one kernel adds
 * up the slices of all layers at the end.
 */
import type { ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { hasIdleBias } from "#/engine/compiled/kernels/batchNorm.ts";
import {
  correlationOf,
  pixels,
  windows,
  windowSize,
} from "#/engine/compiled/kernels/correlation.ts";
import { aboveOnes, matrix, transposed } from "#/engine/compiled/kernels/factors.ts";
import { pixelOf } from "#/engine/compiled/kernels/labels.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { offsetOf } from "#/engine/compiled/kernels/parameters.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import { matrixProduct } from "#/engine/compiled/matrixProduct.ts";
import type { BufferSpec, Kernel } from "#/engine/compiled/program.ts";
import { addUp, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

/** Partial sums of neighbouring parameters: `slices` vectors of `size` from `from` on. */
export interface Slices {
  /** Where the first lies in the vector of all parameters. */
  readonly parameter: number;
  readonly size: number;
  readonly slices: number;
  readonly from: number;
}

const slicesName = "slices";
/** A slice is worth it from so many terms on. */
const shortest = 256;
const enoughGroups = 256;

/** Where every convolution's partial sums lie. */
export function slicesOf(vae: ResolvedVae, batch: number): ReadonlyMap<string, Slices> {
  const found = new Map<string, Slices>();
  let from = 0;
  const add = (name: string, size: number, slices: number) => {
    found.set(name, { parameter: offsetOf(vae.parameters, name), size, slices, from });
    from += size * slices;
  };
  for (const layer of mapLayers(vae)) {
    const of = correlationOf(layer);
    const depth = batch * of.small[0] * of.small[1];
    const groups = Math.ceil(windowSize(of) / 32) * Math.ceil(of.small[2] / 32);
    const slices = Math.ceil(Math.min(depth / shortest, Math.max(1, enoughGroups / groups)));
    const kernelSize = windowSize(of) * of.small[2];
    const biasRow = layer.op === "conv" && !hasIdleBias(layer) ? of.small[2] : 0;
    add(`${layer.name}/kernel`, kernelSize + biasRow, slices);
    if (summedBias(layer)) add(`${layer.name}/bias`, of.large[2], batch);
  }
  return found;
}

export function slicesBuffer(vae: ResolvedVae, batch: number): BufferSpec | null {
  const all = [...slicesOf(vae, batch).values()];
  const length = all.reduce((sum, { size, slices }) => sum + size * slices, 0);
  return length === 0 ? null : { name: slicesName, length };
}

export function mapLayers({ encoder, decoder, output }: ResolvedVae): readonly ResolvedLayer[] {
  return [...encoder, ...decoder, output].filter(({ op }) => op !== "dense");
}

/** Whether a bias is summed by itself: the product has no row for a transposed convolution's. */
export function summedBias(layer: ResolvedLayer): boolean {
  return layer.op === "convTranspose" && !hasIdleBias(layer);
}

/** Partial sums of a layer's kernel gradient, and with it a convolution's bias: a row of ones. */
export function mapWeightSlices(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  input: string,
  batch: number,
): Kernel {
  const of = correlationOf(layer);
  const name = `${layer.name}/kernel`;
  const { size, slices, from } = present(slicesOf(vae, batch), name);
  const { sumsGradient } = layerBuffers(layer.name);
  const large =
    layer.op === "conv" ? pixelOf(layer, input) : pixels("d", sumsGradient, of.large[2]);
  const small = layer.op === "conv" ? sumsGradient : input;
  const depth = batch * of.small[0] * of.small[1];
  const window = windowSize(of);
  const rows = size / of.small[2];
  return matrixProduct({
    label: `${layer.name}, weights`,
    bindings: [write("slices", slicesName)],
    planes: slices,
    slice: Math.ceil(depth / slices),
    rows,
    columns: of.small[2],
    depth,
    left: aboveOnes(transposed(windows(of, large)), window),
    right: matrix("small", small, { from: 0, width: of.small[2] }),
    store: (entry, channel, sum) =>
      `slices[${uint(from)} + group.z * ${uint(size)} + ${entry} * ${uint(of.small[2])} + ${channel}] = ${sum};`,
  });
}

/** A transposed convolution's bias: what its output's gradient adds up to, image by image. */
export function biasSlices(vae: ResolvedVae, layer: ResolvedLayer, batch: number): Kernel {
  const { large } = correlationOf(layer);
  const { from, size } = present(slicesOf(vae, batch), `${layer.name}/bias`);
  const threads = 64;
  const pixels = large[0] * large[1];
  return kernel({
    label: `${layer.name}, bias`,
    bindings: [read("d", layerBuffers(layer.name).sumsGradient), write("slices", slicesName)],
    threads,
    workgroups: [size, batch, 1],
    declarations: [`var<workgroup> sums: array<f32, ${String(threads)}>;`],
    body: `  let channel = group.x;
  let image = group.y;
  var own = 0f;
  for (var pixel = lane; pixel < ${uint(pixels)}; pixel += ${uint(threads)}) {
    own += d[(image * ${uint(pixels)} + pixel) * ${uint(size)} + channel];
  }
  sums[lane] = own;
${addUp("sums", threads)}
  if (lane == 0u) { slices[${uint(from)} + image * ${uint(size)} + channel] = sums[0]; }`,
  });
}

/** Adds up the slices of all layers, a thread a parameter. */
export function sumOfSlices(vae: ResolvedVae, batch: number, sink: Sink): Kernel {
  const parts = [...slicesOf(vae, batch).values()];
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const threads = 128;
  let begin = 0;
  const ranges = parts.map(({ parameter, size, slices, from }) => {
    const first = begin;
    begin += size;
    return `  if (i < ${uint(begin)}) {
    let entry = i - ${uint(first)};
    var sum = 0f;
    for (var s = 0u; s < ${uint(slices)}; s++) { sum += slices[${uint(from)} + s * ${uint(size)} + entry]; }
    ${sink.take(`${uint(parameter)} + entry`, "sum")}
    return;
  }`;
  });
  return kernel({
    label: "convolutions' weights, from their slices",
    bindings: [read("slices", slicesName), ...sink.bindings],
    threads,
    workgroups: spreadGroups(Math.ceil(total / threads)),
    declarations: sink.declarations,
    body: `  let i = (group.y * ${uint(rowOfGroups)} + group.x) * ${uint(threads)} + lane;
${ranges.join("\n")}`,
  });
}

/** No side of a dispatch may be longer than 65,535. */
const rowOfGroups = 32_768;

function spreadGroups(count: number): readonly [number, number, number] {
  return [Math.min(count, rowOfGroups), Math.ceil(count / rowOfGroups), 1];
}

function present(all: ReadonlyMap<string, Slices>, name: string): Slices {
  const found = all.get(name);
  if (found === undefined) throw new Error(`${name} is not summed in slices`);
  return found;
}
