/** Model pixels → canvas pixels. Pure; nothing here smooths, resamples or fades. */

/** [height, width, channels], channels 1 or 3. */
export type PixelShape = readonly [height: number, width: number, channels: number];

/** Values in [0, 1] as floats, or 0 … 255 as bytes. */
export type Pixels = Float32Array | Uint8Array;

/**
 * One picture as RGBA bytes, row-major. Floats outside [0, 1] are clamped; `invert` turns ink-is-1
 * into dark on paper.
 * @throws RangeError when `pixels` is shorter than the shape asks for.
 */
export function toRgba(
  pixels: Pixels,
  shape: PixelShape,
  options: { readonly invert?: boolean; readonly offset?: number } = {},
): Uint8ClampedArray<ArrayBuffer> {
  const [height, width, channels] = shape;
  const offset = options.offset ?? 0;
  const count = height * width;
  if (pixels.length - offset < count * channels) {
    throw new RangeError(`${String(pixels.length - offset)} values for ${shape.join("×")} pixels`);
  }
  const scale = pixels instanceof Float32Array ? 255 : 1;
  const invert = options.invert ?? false;
  const rgba = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < 3; c++) {
      const value = (pixels[offset + i * channels + (channels === 1 ? 0 : c)] ?? 0) * scale;
      rgba[i * 4 + c] = invert ? 255 - value : value;
    }
    rgba[i * 4 + 3] = 255;
  }
  return rgba;
}

/**
 * The largest whole number of device pixels a picture's pixel may take within `cssSize` (its longer
 * side), at least 1; and the size in CSS pixels it then has.
 */
export function pixelScale(
  shape: PixelShape,
  cssSize: number,
  devicePixelRatio: number,
): { readonly scale: number; readonly cssWidth: number; readonly cssHeight: number } {
  const [height, width] = shape;
  const scale = Math.max(1, Math.floor((cssSize * devicePixelRatio) / Math.max(height, width)));
  return {
    scale,
    cssWidth: (width * scale) / devicePixelRatio,
    cssHeight: (height * scale) / devicePixelRatio,
  };
}
