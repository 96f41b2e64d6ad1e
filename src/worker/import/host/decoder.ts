/**
 * Decodes images to squares of bytes with what the browser has: `createImageBitmap` decodes on
 * threads of its own, so several are under way at once, as many as fit together in memory. A group
 * shares one canvas, read back in one piece: a read for every image costs more than the image.
 */
import type { OwnOptions } from "#/core/data/ownImages.ts";
import { ok, type Result } from "#/core/result.ts";
import { shapeOf, type DecodeGroup } from "#/data/own/buildSet.ts";
import { createGate } from "#/data/own/gate.ts";
import { readHeads } from "#/data/own/heads.ts";
import { readImageHeader } from "#/data/own/imageHeader.ts";
import { mostFileBytes, mostPixels, mostSide } from "#/data/own/limits.ts";
import { skip, type SkipCause, type SourceImage, type SourceItem } from "#/data/own/source.ts";
import { drawSquare, resizeOptions } from "#/worker/import/host/square.ts";

/** Counts for at least so much, which lets sixteen small files in at a time. */
const leastWeight = mostFileBytes / 16;
const files = createGate(mostFileBytes);
const decoded = createGate(mostPixels);

type Context = OffscreenCanvasRenderingContext2D;

export function createDecoder(options: OwnOptions): DecodeGroup {
  const [size, , channels] = shapeOf(options);
  const dimensions = size * size * channels;
  const free: Context[] = [];

  function borrow(rows: number): Context {
    const used = free.pop();
    const canvas = used?.canvas ?? new OffscreenCanvas(size, size);
    if (canvas.height !== rows * size) canvas.height = rows * size;
    const context = used ?? canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("no canvas to draw on");
    context.fillStyle = options.background;
    context.fillRect(0, 0, size, rows * size);
    context.imageSmoothingQuality = "high";
    return context;
  }

  /** Draws into the square of its row, or keeps in `exact` what needs no change. */
  async function draw(
    image: SourceImage,
    row: number,
    context: Context,
    exact: Map<number, Uint8Array>,
  ): Promise<SkipCause | null> {
    const same = asStored(image, size, channels);
    if (same !== null) {
      exact.set(row, same);
      return null;
    }
    const sides = sidesOf(image);
    if (!sides.ok) return sides.error;
    const { width, height } = sides.value;
    const leave = await decoded.enter(width * height);
    try {
      const resize = resizeOptions(sides.value, options);
      const bitmap = await createImageBitmap(pictureOf(image), resize);
      drawSquare(context, bitmap, row * size, options);
      bitmap.close();
      return null;
    } catch {
      return { reason: "unreadable" };
    } finally {
      leave();
    }
  }

  async function one(
    item: SourceItem,
    head: Uint8Array | null,
    row: number,
    context: Context,
    exact: Map<number, Uint8Array>,
  ): Promise<SkipCause | null> {
    const leave = await files.enter(Math.max(item.bytes, leastWeight));
    try {
      const read = await item.read(head);
      return read.ok ? await draw(read.value, row, context, exact) : read.error;
    } finally {
      leave();
    }
  }

  return async (items) => {
    const context = borrow(items.length);
    const exact = new Map<number, Uint8Array>();
    const heads = await headsOf(items);
    const skips = await Promise.all(
      items.map((item, row) => one(item, heads.get(item) ?? null, row, context, exact)),
    );
    const { data } = context.getImageData(0, 0, size, items.length * size);
    free.push(context);
    const pixels = channels === 3 ? colours(data) : greys(data);
    for (const [row, image] of exact) pixels.set(image, row * dimensions);
    return { pixels, skips };
  };
}

async function headsOf(items: readonly SourceItem[]): Promise<Map<SourceItem, Uint8Array>> {
  const files = items.flatMap((item) => (item.file === null ? [] : [{ item, file: item.file }]));
  const heads = await readHeads(files.map(({ file }) => file));
  return new Map(
    files.flatMap(({ item }, place) => {
      const head = heads?.[place];
      return head === undefined ? [] : [[item, head] as const];
    }),
  );
}

interface Sides {
  /** As shown. */
  readonly width: number;
  readonly height: number;
}

/** Refuses before decoding what would not fit in memory. */
function sidesOf(image: SourceImage): Result<Sides, SkipCause> {
  const header =
    image.kind === "pixels" ? { ...image, turned: false } : readImageHeader(image.head);
  if (header === null) return skip("unreadable");
  const { width, height, turned } = header;
  if (Math.max(width, height) > mostSide || width * height > mostPixels) {
    return skip("too-many-pixels", { width, height, most: mostSide });
  }
  return ok(turned ? { width: height, height: width } : { width, height });
}

/** Pixels that already are what is to be stored: not a byte of them changes. */
function asStored(image: SourceImage, size: number, channels: 1 | 3): Uint8Array | null {
  if (image.kind === "file" || image.height !== size || image.width !== size) return null;
  if (image.channels === channels) return image.pixels;
  if (image.channels === 3) return null;
  return Uint8Array.from(
    { length: image.pixels.length * 3 },
    (_, i) => image.pixels[Math.floor(i / 3)] ?? 0,
  );
}

function pictureOf(image: SourceImage): Blob | ImageData {
  if (image.kind === "file") return image.file;
  const { pixels, height, width, channels } = image;
  const rgba = new Uint8ClampedArray(height * width * 4);
  for (let i = 0; i < height * width; i++) {
    for (let c = 0; c < 3; c++)
      rgba[4 * i + c] = pixels[i * channels + (channels === 3 ? c : 0)] ?? 0;
    rgba[4 * i + 3] = 255;
  }
  return new ImageData(rgba, width, height);
}

function colours(rgba: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    pixels[to] = rgba[from] ?? 0;
    pixels[to + 1] = rgba[from + 1] ?? 0;
    pixels[to + 2] = rgba[from + 2] ?? 0;
  }
  return pixels;
}

/** Luma of ITU-R BT.601, as grey JPEGs have it; grey stays what it is. */
function greys(rgba: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array(rgba.length / 4);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to++) {
    const [red = 0, green = 0, blue = 0] = [rgba[from], rgba[from + 1], rgba[from + 2]];
    pixels[to] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
  return pixels;
}
