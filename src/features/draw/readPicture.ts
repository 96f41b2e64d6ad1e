/** Reads an image file into numbers, small enough to work with. */
import type { Picture } from "#/core/data/picture.ts";

/** Longer sides are shrunk while decoding. Models here see 64 pixels at most. */
const longest = 512;

/** @throws DOMException where the file is no picture the browser knows. */
export async function readPicture(file: Blob, background: "black" | "white"): Promise<Picture> {
  const whole = await createImageBitmap(file);
  const shrink = Math.min(1, longest / Math.max(whole.width, whole.height));
  const width = Math.max(1, Math.round(whole.width * shrink));
  const height = Math.max(1, Math.round(whole.height * shrink));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new DOMException("no canvas", "NotSupportedError");
  context.imageSmoothingQuality = "high";
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  context.drawImage(whole, 0, 0, width, height);
  whole.close();
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) pixels[3 * i + c] = (data[4 * i + c] ?? 0) / 255;
  }
  return { height, width, pixels };
}
