/** Puts pictures on canvases that hold one canvas pixel a picture pixel; CSS enlarges them crisply. */
import { toRgba, type Pixels, type PixelShape } from "#/ui/pixels.ts";

/** Draws RGBA bytes [height × width × 4], sizing the canvas to them. */
export function drawRgba(
  canvas: HTMLCanvasElement,
  rgba: Uint8ClampedArray<ArrayBuffer>,
  width: number,
  height: number,
): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(rgba, width, height), 0, 0);
}

/** Draws one picture; `offset` is where it starts among many. */
export function drawPixels(
  canvas: HTMLCanvasElement,
  pixels: Pixels,
  shape: PixelShape,
  options: { readonly invert: boolean; readonly offset?: number },
): void {
  drawRgba(canvas, toRgba(pixels, shape, options), shape[1], shape[0]);
}

/** Takes an old picture away, so that a missing one shows as missing. */
export function clearCanvas(canvas: HTMLCanvasElement): void {
  canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
}
