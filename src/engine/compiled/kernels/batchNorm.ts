/**
 * Batch normalisation (Ioffe & Szegedy, 2015): with N values of a channel in the batch, centred sums
 * c = s − mean and r = 1/√(variance + ε), the activation is given γ·r·c + β. Mean and variance of a
 * channel need all of it: a workgroup has a few channels, and goes over their values again and again.
 */
import type { BatchNorm } from "#/core/model/spec.ts";
import type { ParameterSpec, ResolvedLayer, ResolvedVae } from "#/core/model/resolved.ts";
import { channelsOf, shapeSize } from "#/core/model/resolvedLayer.ts";
import { activeEnd } from "#/engine/compiled/kernels/activeEnd.ts";
import { layerBuffers } from "#/engine/compiled/kernels/names.ts";
import { placeOf, statistics, weights } from "#/engine/compiled/kernels/parameters.ts";
import type { Sink } from "#/engine/compiled/kernels/update.ts";
import type { Binding, Kernel } from "#/engine/compiled/program.ts";
import { float, kernel, read, uint, write } from "#/engine/compiled/wgsl.ts";

const threads = 256;

interface Shape {
  readonly channels: number;
  /** Values of a channel in an image. */
  readonly positions: number;
  /** Channels of a workgroup, side by side in memory. */
  readonly width: number;
  /** Threads of a channel. */
  readonly lanes: number;
}

/** What the activation is given, worked out again from the sums. */
export function normalised(
  { parameters }: ResolvedVae,
  layer: ResolvedLayer,
): { readonly bindings: readonly Binding[]; readonly at: (here: string) => string } {
  const names = layerBuffers(layer.name);
  const channels = uint(channelsOf(layer.output));
  return {
    bindings: [read("sums", names.sums), read("norm", names.norm, "vec2f"), weights],
    at(here) {
      const channel = `${here} % ${channels}`;
      const scale = `weights[${placeOf(parameters, `${layer.name}/scale`)} + ${channel}]`;
      const shift = `weights[${placeOf(parameters, `${layer.name}/shift`)} + ${channel}]`;
      return `((sums[${here}] - norm[${channel}].x) * norm[${channel}].y * ${scale} + ${shift})`;
    },
  };
}

/** By the batch's own mean and biased variance. `follows`: the running statistics are moved too. */
export function normalise(
  vae: ResolvedVae,
  layer: ResolvedLayer,
  batchNorm: BatchNorm,
  { batch, follows }: { readonly batch: number; readonly follows: boolean },
): Kernel {
  const shape = shapeOf(layer);
  const { channels, positions, lanes } = shape;
  const names = layerBuffers(layer.name);
  const end = activeEnd(vae, layer);
  const place = (role: string) => placeOf(vae.parameters, `${layer.name}/${role}`);
  return kernel({
    label: `${layer.name}, normalised`,
    bindings: [
      read("sums", names.sums),
      weights,
      write("norm", names.norm, "vec2f"),
      write("y", names.output),
      ...(follows ? [statistics] : []),
      ...end.bindings,
    ],
    threads,
    workgroups: [channels / shape.width, 1, 1],
    declarations: [`var<workgroup> partial: array<f32, ${String(threads)}>;`],
    body: `${laneCode(shape)}
  var own = 0f;
  ${overRows("rows", shape, "own += sums[at];")}
${addUpLanes(shape, "own")}
  let mean = partial[column] / f32(rows);
  workgroupBarrier();
  own = 0f;
  ${overRows("rows", shape, "let c = sums[at] - mean; own += c * c;")}
${addUpLanes(shape, "own")}
  let variance = partial[column] / f32(rows);
  let inverse = 1f / sqrt(variance + ${float(batchNorm.epsilon)});
  if (first == 0u) {
    norm[channel] = vec2f(mean, inverse);
    ${follows ? followCode(vae.statistics, layer, batchNorm) : ""}
  }
  let factor = weights[${place("scale")} + channel] * inverse;
  let shift = weights[${place("shift")} + channel];
  for (var row = first; row < ${uint(batch * positions)}; row += ${uint(lanes)}) {
    let at = row * ${uint(channels)} + channel;
    let image = row / ${uint(positions)};
    let index = row % ${uint(positions)} * ${uint(channels)} + channel;
    let given = (sums[at] - mean) * factor + shift;
    y[at] = ${end.value("given", "image", "index")};
  }`,
  });
}

/**
 * ∂L/∂γ = r·Σ dy·c, ∂L/∂β = Σ dy and, mean and variance being sums over the batch too, ∂L/∂s =
 * γ·r·(dy − Σ dy / N − c·r²·Σ(dy·c) / N), in the place of dy. Before the layer's own gradients.
 */
export function normaliseBackward(
  { parameters }: ResolvedVae,
  layer: ResolvedLayer,
  batch: number,
  sink: Sink,
): Kernel {
  const shape = shapeOf(layer);
  const { channels, positions, lanes } = shape;
  const names = layerBuffers(layer.name);
  const place = (role: string) => `${placeOf(parameters, `${layer.name}/${role}`)} + channel`;
  return kernel({
    label: `${layer.name}, back through its normalisation`,
    bindings: [
      write("d", names.sumsGradient),
      read("sums", names.sums),
      read("norm", names.norm, "vec2f"),
      ...sink.reading.bindings,
      ...sink.bindings,
    ],
    threads,
    workgroups: [channels / shape.width, 1, 1],
    declarations: [...sink.declarations, `var<workgroup> partial: array<f32, ${String(threads)}>;`],
    body: `${laneCode(shape)}
  let mean = norm[channel].x;
  let inverse = norm[channel].y;
  let scale = ${sink.reading.at(place("scale"))};
  var own = 0f;
  ${overRows("rows", shape, "own += d[at];")}
${addUpLanes(shape, "own")}
  let total = partial[column];
  workgroupBarrier();
  own = 0f;
  ${overRows("rows", shape, "own += d[at] * (sums[at] - mean);")}
${addUpLanes(shape, "own")}
  let along = partial[column];
  let factor = scale * inverse;
  let level = total / f32(rows);
  let slope = along / f32(rows) * inverse * inverse;
  for (var row = first; row < ${uint(batch * positions)}; row += ${uint(lanes)}) {
    let at = row * ${uint(channels)} + channel;
    let through = factor * (d[at] - level - (sums[at] - mean) * slope);
    d[at] = select(0f, through, row < rows);
  }
  if (first == 0u) {
    ${sink.take(place("scale"), "along * inverse")}
    ${sink.take(place("shift"), "total")}
    ${hasIdleBias(layer) ? sink.take(place("bias"), "0f") : ""}
  }`,
  });
}

/** The mean takes a constant of its own channel away again: its gradient is exactly 0. */
export function hasIdleBias(layer: ResolvedLayer): boolean {
  const units = layer.op === "dense" ? shapeSize(layer.output) : channelsOf(layer.output);
  return layer.batchNorm !== null && units === channelsOf(layer.output);
}

function shapeOf(layer: ResolvedLayer): Shape {
  const channels = channelsOf(layer.output);
  // Eight floats are what a GPU fetches at least.
  const width = [8, 4, 2].find((side) => channels % side === 0) ?? 1;
  const positions = shapeSize(layer.output) / channels;
  return { channels, positions, width, lanes: threads / width };
}

/** Sets `column`, `channel`, `first` (the thread's first row) and `rows`, those of the batch. */
function laneCode({ width, positions }: Shape): string {
  return `  let column = lane % ${uint(width)};
  let channel = group.x * ${uint(width)} + column;
  let first = lane / ${uint(width)};
  let rows = settings.count * ${uint(positions)};`;
}

function overRows(rows: string, { channels, lanes }: Shape, statement: string): string {
  return `for (var row = first; row < ${rows}; row += ${uint(lanes)}) {
    let at = row * ${uint(channels)} + channel;
    ${statement}
  }`;
}

/** Leaves each channel's sum of `own` in `partial[column]`. */
function addUpLanes({ width, lanes }: Shape, own: string): string {
  return `  partial[lane] = ${own};
  workgroupBarrier();
  for (var half = ${uint(lanes / 2)}; half > 0u; half >>= 1u) {
    if (first < half) { partial[lane] += partial[lane + half * ${uint(width)}]; }
    workgroupBarrier();
  }`;
}

/** r ← momentum·r + (1 − momentum)·batch, as Keras keeps them. */
function followCode(
  specs: readonly ParameterSpec[],
  { name }: ResolvedLayer,
  { momentum }: BatchNorm,
): string {
  const follow = (role: string, value: string) => {
    const at = `running[${placeOf(specs, `${name}/${role}`)} + channel]`;
    return `${at} = ${float(momentum)} * ${at} + ${float(1 - momentum)} * ${value};`;
  };
  return `${follow("runningMean", "mean")} ${follow("runningVariance", "variance")}`;
}
