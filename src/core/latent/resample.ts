/**
 * A decoded sheet as one raster of device pixels. Where a cell is a whole multiple of the image
 * each stored pixel becomes a block of equal pixels; elsewhere each device pixel is the average of
 * the stored pixels it covers, weighted by area, so that none is dropped. Cells never bleed into
 * each other. Pure; knows nothing of colour or theme.
 */
import type { ImageShape } from "#/core/model/spec.ts";

export interface SheetRaster {
  /** Top left corner in the frame, device pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** [height × width × channels], 8 bits as stored. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** For each device pixel along one axis: the stored pixels it covers and how much of it they fill. */
interface Taps {
  readonly start: number;
  readonly count: number;
  /** Position of the first covered stored pixel, counted over all cells. [count] */
  readonly first: Int32Array;
  /** How many it covers. [count] */
  readonly covered: Int32Array;
  /** Weights, `most` a device pixel, summing to 1. [count × most] */
  readonly weights: Float32Array;
  readonly most: number;
}

/**
 * @param pixels [n² × height × width × channels], row by row from the top left.
 * @param xs Columns' edges in device pixels, ascending. [n + 1]
 * @param ys Rows' edges. [n + 1]
 * @param side Width and height of the frame; what lies outside is not made.
 * @returns null when no cell meets the frame.
 */
export function rasterSheet(
  pixels: Uint8Array,
  shape: ImageShape,
  xs: Int32Array,
  ys: Int32Array,
  side: number,
): SheetRaster | null {
  const [imageHeight, imageWidth, channels] = shape;
  const across = taps(xs, imageWidth, side);
  const down = taps(ys, imageHeight, side);
  if (across.count === 0 || down.count === 0) return null;
  const n = xs.length - 1;
  // Offsets of a stored pixel split into a part by row and a part by column.
  const columnOffset = (g: number): number =>
    (Math.floor(g / imageWidth) * imageHeight * imageWidth + (g % imageWidth)) * channels;
  const rowOffset = (g: number): number =>
    (Math.floor(g / imageHeight) * n * imageHeight + (g % imageHeight)) * imageWidth * channels;

  const out = new Uint8ClampedArray(across.count * down.count * channels);
  if (across.most === 1 && down.most === 1) {
    replicate(pixels, across, down, columnOffset, rowOffset, channels, out);
  } else {
    average(pixels, across, down, columnOffset, rowOffset, channels, out);
  }
  return { x: across.start, y: down.start, width: across.count, height: down.count, pixels: out };
}

type Offset = (index: number) => number;

function replicate(
  pixels: Uint8Array,
  across: Taps,
  down: Taps,
  columnOffset: Offset,
  rowOffset: Offset,
  channels: number,
  out: Uint8ClampedArray,
): void {
  const columns = Int32Array.from(across.first, columnOffset);
  const stride = across.count * channels;
  for (let y = 0; y < down.count; y++) {
    let o = y * stride;
    if (y > 0 && down.first[y] === down.first[y - 1]) {
      // The same stored row again, one device pixel lower.
      out.copyWithin(o, o - stride, o);
      continue;
    }
    const row = rowOffset(down.first[y] ?? 0);
    for (let x = 0; x < across.count; x++) {
      const offset = row + (columns[x] ?? 0);
      for (let c = 0; c < channels; c++) out[o++] = pixels[offset + c] ?? 0;
    }
  }
}

function average(
  pixels: Uint8Array,
  across: Taps,
  down: Taps,
  columnOffset: Offset,
  rowOffset: Offset,
  channels: number,
  out: Uint8ClampedArray,
): void {
  const stride = across.count * channels;
  const line = new Float32Array(stride);
  const rows = new Map<number, Float32Array>();
  for (let y = 0; y < down.count; y++) {
    const first = down.first[y] ?? 0;
    const covered = down.covered[y] ?? 0;
    line.fill(0);
    for (let k = 0; k < covered; k++) {
      let row = rows.get(first + k);
      if (row === undefined) {
        row = averageRow(pixels, rowOffset(first + k), across, columnOffset, channels);
        rows.set(first + k, row);
      }
      const weight = down.weights[y * down.most + k] ?? 0;
      for (let i = 0; i < stride; i++) line[i] = (line[i] ?? 0) + weight * (row[i] ?? 0);
    }
    for (const key of rows.keys()) if (key < first) rows.delete(key);
    out.set(line, y * stride);
  }
}

function averageRow(
  pixels: Uint8Array,
  rowStart: number,
  across: Taps,
  columnOffset: Offset,
  channels: number,
): Float32Array {
  const line = new Float32Array(across.count * channels);
  for (let x = 0; x < across.count; x++) {
    const first = across.first[x] ?? 0;
    const covered = across.covered[x] ?? 0;
    for (let k = 0; k < covered; k++) {
      const offset = rowStart + columnOffset(first + k);
      const weight = across.weights[x * across.most + k] ?? 0;
      for (let c = 0; c < channels; c++) {
        const at = x * channels + c;
        line[at] = (line[at] ?? 0) + weight * (pixels[offset + c] ?? 0);
      }
    }
  }
  return line;
}

/** Share of a device pixel below which a neighbour's sliver is rounding, not coverage. */
const SLIVER = 1e-6;

function taps(edges: Int32Array, size: number, side: number): Taps {
  const n = edges.length - 1;
  const start = Math.min(Math.max(edges[0] ?? 0, 0), side);
  const end = Math.min(Math.max(edges[n] ?? 0, start), side);
  const count = end - start;
  let smallest = Infinity;
  for (let i = 0; i < n; i++) {
    const width = (edges[i + 1] ?? 0) - (edges[i] ?? 0);
    if (width > 0) smallest = Math.min(smallest, width);
  }
  const widest = Math.ceil(size / smallest) + 1;
  const first = new Int32Array(count);
  const covered = new Int32Array(count);
  const weights = new Float32Array(count * widest);
  let most = 0;
  let cell = 0;
  for (let x = 0; x < count; x++) {
    while (cell < n - 1 && start + x >= (edges[cell + 1] ?? 0)) cell++;
    const left = edges[cell] ?? 0;
    const perPixel = size / ((edges[cell + 1] ?? 0) - left);
    const from = (start + x - left) * perPixel;
    const to = Math.min(from + perPixel, size);
    const begin = Math.min(Math.floor(from + SLIVER), size - 1);
    const stop = Math.max(Math.min(Math.ceil(to - SLIVER), size), begin + 1);
    first[x] = cell * size + begin;
    covered[x] = stop - begin;
    most = Math.max(most, stop - begin);
    for (let k = begin; k < stop; k++) {
      weights[x * widest + k - begin] = (Math.min(k + 1, to) - Math.max(k, from)) / (to - from);
    }
  }
  return { start, count, first, covered, weights: packed(weights, widest, most), most };
}

function packed(weights: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return weights;
  const count = weights.length / from;
  const out = new Float32Array(count * to);
  for (let i = 0; i < count; i++) out.set(weights.subarray(i * from, i * from + to), i * to);
  return out;
}
