/** How large the plane's frame is. A cell is a whole multiple of the image in device pixels. */

export interface PlaneSizing {
  /** Side of the frame in CSS pixels; a whole number of device pixels. */
  readonly side: number;
  /** The same in device pixels: a whole multiple of the image, `n` cells of it. */
  readonly devicePixels: number;
  /** Cells a side that fit exactly; odd, so that one sits on the origin. */
  readonly n: number;
}

/** A cell is best about this large, whatever the screen's density. CSS pixels. */
const CELL = 28;
const FEWEST_CELLS = 3;
const MOST_CELLS = 29;

/**
 * The frame that fills `available` CSS pixels best: 500 px at one device pixel each hold 17 × 17
 * images of 28 px, 476 px. Enlargements compete by the side they reach; cells much larger or
 * smaller than usual must gain a good deal of room to win.
 */
export function planeSizing(available: number, pixelRatio: number, imageSide: number): PlaneSizing {
  const space = Math.floor(Math.max(available, 1) * pixelRatio);
  let best = sizingOf(space, pixelRatio, imageSide);
  for (let multiple = 2; multiple * imageSide * FEWEST_CELLS <= space; multiple++) {
    const next = sizingOf(space, pixelRatio, multiple * imageSide);
    if (merit(next) > merit(best)) best = next;
  }
  return best;
}

function sizingOf(space: number, pixelRatio: number, cell: number): PlaneSizing {
  const fitting = Math.floor(space / cell);
  const odd = fitting % 2 === 0 ? fitting - 1 : fitting;
  const n = Math.min(Math.max(odd, FEWEST_CELLS), MOST_CELLS);
  const devicePixels = n * cell;
  return { side: devicePixels / pixelRatio, devicePixels, n };
}

function merit({ side, n }: PlaneSizing): number {
  const cell = side / n;
  return side * Math.min(cell / CELL, CELL / cell) ** 0.25;
}
