/**
 * How a kernel joins a large map to a small one: a convolution reads the large and writes the small,
 * a transposed one the other way, and every pass of either is one of three products. Indices of
 * pixels are those of the flattened maps, channels last.
 */
import type { LayerShape, ResolvedLayer } from "#/core/model/resolved.ts";
import type { ImageShape } from "#/core/model/spec.ts";
import { found } from "#/engine/compiled/kernels/factors.ts";
import { areFours, eitherWay, type Reading } from "#/engine/compiled/kernels/reading.ts";
import type { Factor } from "#/engine/compiled/product.ts";
import type { Binding } from "#/engine/compiled/program.ts";
import { uint } from "#/engine/compiled/wgsl.ts";
import { sidePadding } from "#/engine/reference/layers/padding.ts";

export interface Correlation {
  readonly large: ImageShape;
  readonly small: ImageShape;
  /** Side of the kernel. */
  readonly side: number;
  readonly stride: number;
  /** Zeros above and left of the large map. */
  readonly above: number;
  readonly left: number;
}

export function correlationOf(layer: ResolvedLayer): Correlation {
  const [input, output] = [mapOf(layer.input), mapOf(layer.output)];
  const [large, small] = layer.op === "conv" ? [input, output] : [output, input];
  const [side = 0] = layer.kernelShape;
  return {
    large,
    small,
    side,
    stride: layer.stride,
    above: sidePadding(large[0], side, layer).before,
    left: sidePadding(large[1], side, layer).before,
  };
}

function mapOf(shape: LayerShape): ImageShape {
  if (shape.length === 1) throw new Error("a vector where a map belongs");
  return shape;
}

/** What lies in the large map. */
export interface PixelSource {
  readonly bindings: readonly Binding[];
  /** Expression of a channel of a pixel of the large map, the pixels of all images in a row. */
  readonly at: (pixel: string, channel: string, image: string, reading: Reading) => string;
  /** Whether channels can be read so. */
  readonly canFours: boolean;
}

/** A map as it lies. */
export function pixels(as: string, buffer: string, channels: number): PixelSource {
  return {
    bindings: eitherWay(as, buffer),
    at: (pixel, channel, _image, { at }) => at(as, `${pixel} * ${uint(channels)} + ${channel}`),
    canFours: areFours(channels),
  };
}

/** Entries that one small pixel's sum reads: k · k · channels of the large map. */
export function windowSize({ side, large }: Correlation): number {
  return side * side * large[2];
}

/**
 * `window(place, entry)`, or `windowFours`: of small pixel `place` (all images' in a row) the entry of
 * its window of the large map, 0 beyond the border.
 * @param at expression of the large map at pixel (all images' in a row), channel, image
 */
export function windowFunction(
  { large, small, side, stride, above, left }: Correlation,
  { type, zero, suffix }: Reading,
  at: (pixel: string, channel: string, image: string) => string,
): string {
  const [height, width, channels] = large;
  const pixels = uint(small[0] * small[1]);
  return `fn window${suffix}(place: u32, entry: u32) -> ${type} {
  let pixel = place % ${pixels};
  let tap = entry / ${uint(channels)};
  let line = i32(pixel / ${uint(small[1])} * ${uint(stride)} + tap / ${uint(side)}) - ${String(above)};
  let column = i32(pixel % ${uint(small[1])} * ${uint(stride)} + tap % ${uint(side)}) - ${String(left)};
  if (line < 0 || column < 0 || line >= ${String(height)} || column >= ${String(width)}) { return ${zero}; }
  let image = place / ${pixels};
  let at = image * ${uint(height * width)} + u32(line) * ${uint(width)} + u32(column);
  let channel = entry % ${uint(channels)};
  return ${at("at", "channel", "image")};
}`;
}

/** The windows of all small pixels [batch·pixels × window]. */
export function windows(of: Correlation, source: PixelSource): Factor {
  return found({
    name: "window",
    bindings: source.bindings,
    code: (reading) => windowFunction(of, reading, (...where) => source.at(...where, reading)),
    contiguous: "column",
    canFours: source.canFours,
  });
}

/** The large map's pixels by what their row and column leave over when divided by the stride. */
export interface Phases {
  /** Phases; `group.z` picks one. */
  readonly count: number;
  /** Pixels of a phase, rounded up. */
  readonly rows: number;
  readonly columns: number;
  /** Taps of the kernel that meet a pixel, along one side, rounded up. */
  readonly taps: number;
}

export function phasesOf({ large, side, stride }: Correlation): Phases {
  return {
    count: stride * stride,
    rows: Math.ceil(large[0] / stride),
    columns: Math.ceil(large[1] / stride),
    taps: Math.ceil(side / stride),
  };
}

/**
 * For the adjoint: `largePixel(place, phase)` is the large pixel, or the map's size where there is
 * none; `tapOf(tap, phase)` its row and column in the kernel.
 */
export function phaseFunctions(of: Correlation): string {
  const { large, stride, above, left } = of;
  const phases = phasesOf(of);
  const pixels = uint(phases.rows * phases.columns);
  const [s, across] = [uint(stride), uint(phases.columns)];
  return `fn largePixel(place: u32, phase: u32) -> u32 {
  let pixel = place % ${pixels};
  let y = pixel / ${across} * ${s} + phase / ${s};
  let x = pixel % ${across} * ${s} + phase % ${s};
  if (y >= ${uint(large[0])} || x >= ${uint(large[1])}) { return ${uint(large[0] * large[1])}; }
  return y * ${uint(large[1])} + x;
}
fn tapOf(tap: u32, phase: u32) -> vec2u {
  let y = (phase / ${s} + ${uint(above)}) % ${s} + tap / ${uint(phases.taps)} * ${s};
  let x = (phase % ${s} + ${uint(left)}) % ${s} + tap % ${uint(phases.taps)} * ${s};
  return vec2u(y, x);
}`;
}

/**
 * `spread(place, entry, phase)`, or `spreadFours`: the entry of the small map `small` that this tap
 * multiplies, 0 where there is none. Calls the functions of `phaseFunctions`.
 */
export function spreadFunction(of: Correlation, { type, zero, suffix, at }: Reading): string {
  const { large, small, side, stride, above, left } = of;
  const phases = phasesOf(of);
  const pixels = uint(phases.rows * phases.columns);
  const [s, channels] = [uint(stride), uint(small[2])];
  return `fn spread${suffix}(place: u32, entry: u32, phase: u32) -> ${type} {
  let there = largePixel(place, phase);
  let tap = tapOf(entry / ${channels}, phase);
  let y = i32(there / ${uint(large[1])} + ${uint(above)}) - i32(tap.x);
  let x = i32(there % ${uint(large[1])} + ${uint(left)}) - i32(tap.y);
  let outside = y < 0 || x < 0 || y >= ${String(small[0] * stride)} || x >= ${String(small[1] * stride)};
  if (outside || tap.x >= ${uint(side)} || tap.y >= ${uint(side)}) { return ${zero}; }
  let image = place / ${pixels};
  let pixel = image * ${uint(small[0] * small[1])} + u32(y) / ${s} * ${uint(small[1])} + u32(x) / ${s};
  return ${at("small", `pixel * ${channels} + entry % ${channels}`)};
}`;
}

/** `weightOf(entry, channel, phase)`, or `weightOfFours`: the kernel's entry, 0 beyond its taps. */
export function tapWeightFunction(
  { large, small, side }: Correlation,
  { type, zero, suffix, at }: Reading,
  kernel: number,
): string {
  const channels = uint(small[2]);
  return `fn weightOf${suffix}(entry: u32, channel: u32, phase: u32) -> ${type} {
  let tap = tapOf(entry / ${channels}, phase);
  if (tap.x >= ${uint(side)} || tap.y >= ${uint(side)}) { return ${zero}; }
  let row = (tap.x * ${uint(side)} + tap.y) * ${uint(large[2])} + channel;
  return ${at("weights", `${uint(kernel)} + row * ${channels} + entry % ${channels}`)};
}`;
}
