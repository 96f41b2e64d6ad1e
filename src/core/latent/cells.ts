/**
 * Where the pictures of a decoded sheet lie in the window shown now. The sheet was made for a
 * window of its own; its cells are carried, edges and all, into the present one, so that they stay
 * under the right place until the next sheet comes. Not the drawing.
 */
import { type PlaneSpec, type PlaneWindow } from "#/core/latent/plane.ts";
import { fromLinear, linearSpan, toLinear } from "#/core/latent/window.ts";

export interface CellEdges {
  /** Screen positions u of the columns' edges, ascending. [n + 1] */
  readonly u: Float64Array;
  /** Screen positions v of the rows' edges from the top, ascending. [n + 1] */
  readonly v: Float64Array;
}

/**
 * Edges of the sheet's cells in `current`. The cells of a Φ sheet tile the whole space, so its
 * outermost edges lie at ±∞ in z.
 */
export function cellEdges(sheet: Pick<PlaneSpec, "window" | "n">, current: PlaneWindow): CellEdges {
  const { n } = sheet;
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  for (let i = 0; i <= n; i++) {
    u[i] = carry(sheet.window, current, i / n, 0);
    v[n - i] = 1 - carry(sheet.window, current, i / n, 1);
  }
  return { u, v };
}

/** A position along one axis of `from`, growing with the value, in the frame of `to`. */
function carry(from: PlaneWindow, to: PlaneWindow, p: number, axis: 0 | 1): number {
  if (
    from.coordinates === to.coordinates &&
    from.extent === to.extent &&
    from.centre[axis] === to.centre[axis]
  ) {
    return p;
  }
  const t = toLinear(from.coordinates, from.centre[axis]) + (p - 0.5) * linearSpan(from);
  const target = linearOf(from, to, t);
  return 0.5 + (target - toLinear(to.coordinates, to.centre[axis])) / linearSpan(to);
}

/** Closer than this to the rim of the unit square counts as the rim: rounding of Φ and of p. */
const RIM = 1e-9;

function linearOf(from: PlaneWindow, to: PlaneWindow, t: number): number {
  if (from.coordinates === to.coordinates) return t;
  if (from.coordinates === "z") return toLinear(to.coordinates, t);
  if (t < RIM) return -Infinity;
  if (t > 1 - RIM) return Infinity;
  return fromLinear("phi", t);
}

/** Row and column of the cell that holds screen position (u, v); null outside the sheet. */
export function cellAt(
  edges: CellEdges,
  u: number,
  v: number,
): { readonly row: number; readonly column: number } | null {
  const column = segment(edges.u, u);
  const row = segment(edges.v, v);
  return column < 0 || row < 0 ? null : { row, column };
}

function segment(edges: Float64Array, value: number): number {
  for (let i = 0; i + 1 < edges.length; i++) {
    if (value >= (edges[i] ?? 0) && value < (edges[i + 1] ?? 0)) return i;
  }
  return -1;
}

/** Edges in whole device pixels of a frame `side` pixels wide, one frame beyond it at most. */
export function pixelEdges(edges: Float64Array, side: number): Int32Array {
  return Int32Array.from(edges, (e) => Math.round(Math.min(Math.max(e, -1), 2) * side));
}
