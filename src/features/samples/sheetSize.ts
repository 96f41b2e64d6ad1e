/** How large an n × n sheet of pictures is drawn. Pure. */

export interface SheetSize {
  /** Edges of the cells in device pixels, from 0. [n + 1] */
  readonly edges: Int32Array;
  /** Side of the sheet, device pixels. */
  readonly side: number;
  /** The same in CSS pixels. */
  readonly cssSide: number;
  /** True when a cell has fewer device pixels than its picture has pixels. */
  readonly averaged: boolean;
}

/**
 * Cells of whole multiples of the picture, as large as fit `available` CSS pixels and no larger than
 * `mostCell`; where not even one device pixel a pixel fits, smaller cells of equal size.
 */
export function sheetSize(
  n: number,
  imageSide: number,
  available: number,
  devicePixelRatio: number,
  mostCell: number,
): SheetSize {
  const room = Math.floor((Math.max(available, n) * devicePixelRatio) / n);
  const most = Math.floor(mostCell * devicePixelRatio);
  const multiple = Math.floor(Math.min(room, Math.max(most, imageSide)) / imageSide);
  const cell = multiple >= 1 ? multiple * imageSide : Math.max(room, 1);
  const side = n * cell;
  return {
    edges: Int32Array.from({ length: n + 1 }, (_, i) => i * cell),
    side,
    cssSide: side / devicePixelRatio,
    averaged: multiple < 1,
  };
}
