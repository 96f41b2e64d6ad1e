/** How large the plane's frame is. A cell is a whole multiple of the image in device pixels. */

export interface PlaneSizing {
  /** Side of the frame in CSS pixels; a whole number of device pixels. */
  readonly side: number;
  /** The same in device pixels: a whole multiple of the image, `n` cells of it. */
  readonly devicePixels: number;
  /** Cells a side that fit exactly; odd, so that one sits on the origin. */
  readonly n: number;
}

/** A cell looks about this large, whatever the screen's density. CSS pixels. */
const CELL = 28;
const MOST_CELLS = 29;

/**
 * The largest frame within `available` CSS pixels. 500 px at one device pixel each hold 17 × 17
 * images of 28 px: 476 px.
 */
export function planeSizing(available: number, pixelRatio: number, imageSide: number): PlaneSizing {
  const space = Math.floor(Math.max(available, 1) * pixelRatio);
  let multiple = Math.max(1, Math.round((CELL * pixelRatio) / imageSide));
  // A very wide frame grows its pictures once it holds as many as a sheet may have.
  while (Math.floor(space / (multiple * imageSide)) > MOST_CELLS + 1) multiple++;
  const cell = multiple * imageSide;
  const fitting = Math.floor(space / cell);
  const n = Math.min(Math.max(fitting % 2 === 0 ? fitting - 1 : fitting, 3), MOST_CELLS);
  const devicePixels = Math.min(n * cell, Math.max(space, cell));
  return { side: devicePixels / pixelRatio, devicePixels, n };
}
