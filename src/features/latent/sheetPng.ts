/** The decoded sheet as a file: n × n pictures at native pixels, enlarged by a whole number. */
import type { ImageShape } from "#/core/model/spec.ts";
import { rasterSheet } from "#/core/latent/resample.ts";
import { drawRgba } from "#/ui/drawPixels.ts";
import { toRgba } from "#/ui/pixels.ts";
import { pngOf } from "#/ui/pngOf.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

/** The file's longer side comes near this, pixels. */
const WANTED = 1920;

/** How many pixels a side each stored pixel becomes. */
export function pngScale(n: number, shape: ImageShape): number {
  return Math.max(1, Math.round(WANTED / (n * Math.max(shape[0], shape[1]))));
}

/** Cells in their order on screen, each stored pixel once. [n·height × n·width × 4] */
export function nativeSheet(
  sheet: PreviewFrame["sheet"],
  shape: ImageShape,
  invert: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const { n } = sheet.spec;
  const [height, width, channels] = shape;
  const edges = (size: number) => Int32Array.from({ length: n + 1 }, (_, i) => i * size);
  const side = n * Math.max(height, width);
  const raster = rasterSheet(sheet.pixels, shape, edges(width), edges(height), side);
  const pixels = raster === null ? new Uint8Array() : new Uint8Array(raster.pixels.buffer);
  return toRgba(pixels, [n * height, n * width, channels], { invert });
}

export function sheetPng(
  sheet: PreviewFrame["sheet"],
  shape: ImageShape,
  invert: boolean,
): Promise<Blob> {
  const { n } = sheet.spec;
  const canvas = document.createElement("canvas");
  drawRgba(canvas, nativeSheet(sheet, shape, invert), n * shape[1], n * shape[0]);
  return pngOf(canvas, pngScale(n, shape));
}
