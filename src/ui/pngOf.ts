/** A canvas as a PNG, each pixel enlarged to a square: what is saved looks as crisp as the screen. */
export function pngOf(canvas: HTMLCanvasElement, scale: number): Promise<Blob> {
  const large = document.createElement("canvas");
  large.width = canvas.width * scale;
  large.height = canvas.height * scale;
  const context = large.getContext("2d");
  if (context !== null) {
    context.imageSmoothingEnabled = false;
    context.drawImage(canvas, 0, 0, large.width, large.height);
  }
  return new Promise((resolve, reject) => {
    large.toBlob((blob) => {
      if (blob === null) reject(new Error("The picture could not be written as PNG"));
      else resolve(blob);
    }, "image/png");
  });
}
