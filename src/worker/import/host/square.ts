/** From a picture of any size to its square on a canvas: which side to shrink to, and where it lands. */
import type { OwnOptions } from "#/core/data/ownImages.ts";

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** A picture longer than this times its breadth would be made larger than it is by naming one side. */
const longest = 8;

/**
 * Shrinks while decoding, keeping the sides' ratio: to the size in the shorter side where the rest is
 * cut off, in the longer where all is to be seen. Nothing is enlarged here.
 */
export function resizeOptions(
  { width, height }: Sides,
  { size, crop }: OwnOptions,
): ImageBitmapOptions {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  const side = crop === "centre" ? short : long;
  if (side <= size || long > longest * short) return {};
  const byWidth = width < height === (crop === "centre");
  return { resizeQuality: "high", ...(byWidth ? { resizeWidth: size } : { resizeHeight: size }) };
}

/** Draws the largest centred square, or the whole picture in the middle of what is there. */
export function drawSquare(
  context: OffscreenCanvasRenderingContext2D,
  picture: ImageBitmap,
  top: number,
  { size, crop }: OwnOptions,
): void {
  const { width, height } = picture;
  if (crop === "centre") {
    const side = Math.min(width, height);
    const x = Math.floor((width - side) / 2);
    const y = Math.floor((height - side) / 2);
    context.drawImage(picture, x, y, side, side, 0, top, size, size);
    return;
  }
  const scale = size / Math.max(width, height);
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const x = Math.floor((size - w) / 2);
  const y = top + Math.floor((size - h) / 2);
  context.drawImage(picture, x, y, w, h);
}
