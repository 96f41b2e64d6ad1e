/** A sheet's raster as RGBA words: what `toRgba` gives, fast enough for a whole plane each frame. */

/**
 * @param pixels [count × channels], 8 bits. Grey ones go through a table of 256 colours.
 * @returns RGBA bytes. [count × 4]
 */
export function rasterRgba(
  pixels: Uint8ClampedArray,
  channels: number,
  invert: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const count = pixels.length / channels;
  // Words in the byte order R, G, B, A: every platform with a canvas is little-endian.
  const words = new Uint32Array(count);
  if (channels === 1) {
    const table = Uint32Array.from({ length: 256 }, (_, value) => {
      const ink = invert ? 255 - value : value;
      return (0xff000000 | (ink << 16) | (ink << 8) | ink) >>> 0;
    });
    for (let i = 0; i < count; i++) words[i] = table[pixels[i] ?? 0] ?? 0;
  } else {
    const flip = invert ? 0x00ffffff : 0;
    for (let i = 0; i < count; i++) {
      const at = i * channels;
      const colour =
        ((pixels[at + 2] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at] ?? 0);
      words[i] = (0xff000000 | (colour ^ flip)) >>> 0;
    }
  }
  return new Uint8ClampedArray(words.buffer);
}
