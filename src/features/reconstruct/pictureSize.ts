/** How large pictures stand in a row. Pure. */
import { pixelScale, type PixelShape } from "#/ui/pixels.ts";

export interface RowSpace {
  /** CSS pixels for the whole row. */
  readonly width: number;
  readonly count: number;
  /** Between pictures, CSS pixels. */
  readonly gap: number;
  /** No picture is larger, CSS pixels. */
  readonly most: number;
  readonly devicePixelRatio: number;
}

/** Size of each of `count` pictures in a row: crisp, the largest that fits, never below one device pixel a pixel. */
export function pictureSize(
  shape: PixelShape,
  { width, count, gap, most, devicePixelRatio }: RowSpace,
): { readonly cssWidth: number; readonly cssHeight: number } {
  const room = (width - gap * (count - 1)) / count;
  return pixelScale(shape, Math.min(Math.max(room, 1), most), devicePixelRatio);
}
