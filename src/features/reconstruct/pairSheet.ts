/**
 * Many pictures beside their reconstructions as one canvas: reconstruction left, original right, as
 * tutorials plot them. One canvas pixel a picture pixel; CSS enlarges it by whole multiples. Pure.
 */
import { toRgba, type PixelShape } from "#/ui/pixels.ts";

/** Transparent pixels after each pair, to its right and below. */
export const pairGap = 2;

export interface PairLayout {
  readonly columns: number;
  readonly rows: number;
  /** Of the canvas, pixels. */
  readonly width: number;
  readonly height: number;
  /** Whole device pixels that a picture pixel takes. */
  readonly scale: number;
}

/** Ten pairs a row, or five where ten do not fit `available` CSS pixels; at least one device pixel a pixel. */
export function pairLayout(
  count: number,
  [height, width]: PixelShape,
  available: number,
  devicePixelRatio: number,
): PairLayout {
  const pair = 2 * width + pairGap;
  const room = available * devicePixelRatio;
  const columns = 10 * pair <= room ? 10 : 5;
  const rows = Math.ceil(count / columns);
  const scale = Math.min(Math.max(1, Math.floor(room / (columns * pair))), 2 * devicePixelRatio);
  return {
    columns,
    rows,
    width: columns * pair,
    height: rows * (height + pairGap),
    scale: Math.max(1, Math.floor(scale)),
  };
}

export interface PairPictures {
  /** [count × D] each. */
  readonly originals: Float32Array;
  readonly reconstructions: Float32Array;
  readonly count: number;
}

/** The sheet as RGBA; gaps and places without a pair are transparent. */
export function drawPairs(
  { originals, reconstructions, count }: PairPictures,
  shape: PixelShape,
  layout: PairLayout,
  invert: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const [height, width, channels] = shape;
  const pixels = height * width * channels;
  const out = new Uint8ClampedArray(layout.width * layout.height * 4);
  for (let i = 0; i < count; i++) {
    const left = (i % layout.columns) * (2 * width + pairGap);
    const top = Math.floor(i / layout.columns) * (height + pairGap);
    for (const [side, from] of [reconstructions, originals].entries()) {
      const rgba = toRgba(from, shape, { invert, offset: i * pixels });
      for (let y = 0; y < height; y++) {
        const at = ((top + y) * layout.width + left + side * width) * 4;
        out.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), at);
      }
    }
  }
  return out;
}
