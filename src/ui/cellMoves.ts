/** Keys that move about a sheet of cells. Pure. */

export interface CellSheet {
  readonly rows: number;
  readonly columns: number;
}

/** Cells a Shift-arrow jumps. */
const STRIDE = 5;

/** Where a key leads from cell `index` (row by row from the top left); null for other keys. */
export function movedCell(
  { rows, columns }: CellSheet,
  index: number,
  key: string,
  shift: boolean,
): number | null {
  const row = Math.floor(index / columns);
  const column = index % columns;
  const by = shift ? STRIDE : 1;
  const at = (r: number, c: number): number =>
    Math.min(Math.max(r, 0), rows - 1) * columns + Math.min(Math.max(c, 0), columns - 1);
  switch (key) {
    case "ArrowLeft":
      return at(row, column - by);
    case "ArrowRight":
      return at(row, column + by);
    case "ArrowUp":
      return at(row - by, column);
    case "ArrowDown":
      return at(row + by, column);
    case "Home":
      return at(row, 0);
    case "End":
      return at(row, columns - 1);
    case "PageUp":
      return at(0, column);
    case "PageDown":
      return at(rows - 1, column);
    default:
      return null;
  }
}

/** The cell at a position within the sheet, both in [0, 1); positions on or past the rim are clamped. */
export function cellAt({ rows, columns }: CellSheet, u: number, v: number): number {
  const row = Math.min(Math.max(Math.floor(v * rows), 0), rows - 1);
  const column = Math.min(Math.max(Math.floor(u * columns), 0), columns - 1);
  return row * columns + column;
}
