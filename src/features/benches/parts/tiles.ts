/** Where pictures stand on a sheet of rows, and the sheet as pixels. Pure. */
import { toRgba, type PixelShape } from "#/ui/pixels.ts";

/** Transparent pixels to the right of each group and below it. */
const gap = 2;

interface Room {
  readonly shape: PixelShape;
  /** Pictures that stand side by side without a gap. */
  readonly group: number;
  /** Groups there are. */
  readonly count: number;
  readonly rows: number;
  /** CSS pixels. */
  readonly available: number;
  readonly ratio: number;
}

export interface TileLayout {
  readonly columns: number;
  /** Groups that have a place. */
  readonly shown: number;
  /** Of the canvas, picture pixels. */
  readonly width: number;
  readonly height: number;
  /** Whole device pixels a picture pixel takes. */
  readonly scale: number;
}

/** Groups that a row should hold before they are drawn larger. */
const comfortable = 10;

/** One CSS pixel a picture pixel, or two where ten groups still fit a row; at least one group a row. */
export function tileLayout({ shape, group, count, rows, available, ratio }: Room): TileLayout {
  const [height, width] = shape;
  const cell = group * width + gap;
  const least = Math.max(1, Math.floor(ratio));
  const room = Math.floor((available * ratio) / (comfortable * cell));
  const scale = Math.min(Math.max(least, room), 2 * least);
  const most = Math.floor((available * ratio) / (cell * scale));
  const columns = Math.min(Math.max(most, 1), count);
  const whole = Math.min(rows, Math.floor(count / columns));
  return {
    columns,
    shown: columns * whole,
    width: columns * cell,
    height: whole * (height + gap),
    scale,
  };
}

export function drawTiles(
  pictures: readonly Float32Array[],
  shape: PixelShape,
  layout: TileLayout,
  invert: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const [height, width, channels] = shape;
  const pixels = height * width * channels;
  const out = new Uint8ClampedArray(layout.width * layout.height * 4);
  const cell = pictures.length * width + gap;
  for (let i = 0; i < layout.shown; i++) {
    const left = (i % layout.columns) * cell;
    const top = Math.floor(i / layout.columns) * (height + gap);
    for (const [side, from] of pictures.entries()) {
      const rgba = toRgba(from, shape, { invert, offset: i * pixels });
      for (let y = 0; y < height; y++) {
        const at = ((top + y) * layout.width + left + side * width) * 4;
        out.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), at);
      }
    }
  }
  return out;
}
