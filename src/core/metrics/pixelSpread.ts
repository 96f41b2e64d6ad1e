/** How far pixels differ between images: the number behind "all samples look alike". */

/** Standard deviation of each pixel over `count` images (divided by their number). [count × D] → [D] */
export function pixelSpread(
  images: Float32Array | Uint8Array,
  count: number,
): Float32Array<ArrayBuffer> {
  const pixels = count === 0 ? 0 : images.length / count;
  return Float32Array.from({ length: pixels }, (_, p) => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += images[k * pixels + p] ?? 0;
    const mean = sum / count;
    let squares = 0;
    for (let k = 0; k < count; k++) squares += ((images[k * pixels + p] ?? 0) - mean) ** 2;
    return Math.sqrt(squares / count);
  });
}

/**
 * Sample diversity: the mean over pixels of their standard deviation across `count` images, pixels in
 * [0, 1] or bytes. In units of a pixel's whole range.
 */
export function sampleDiversity(images: Float32Array | Uint8Array, count: number): number {
  const spread = pixelSpread(images, count);
  const range = images instanceof Uint8Array ? 255 : 1;
  return spread.reduce((sum, s) => sum + s, 0) / (Math.max(spread.length, 1) * range);
}
