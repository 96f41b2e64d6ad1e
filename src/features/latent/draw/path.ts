/** A path on the plane, its frames and where on it one is; the line from one group's mean to another's. */
import { toScreen, type PlanePoint, type PlaneWindow } from "#/core/latent/plane.ts";
import { haloStroke, type Surface } from "#/features/latent/draw/surface.ts";

export interface PathMark {
  /** Along the curve, dense enough to look like one. */
  readonly line: readonly PlanePoint[];
  readonly frames: readonly PlanePoint[];
  readonly at: PlanePoint | null;
}

export function drawPath(surface: Surface, window: PlaneWindow, mark: PathMark): void {
  const { ctx, ratio, palette } = surface;
  traceLine(surface, window, mark.line);
  ctx.lineJoin = "round";
  haloStroke(surface, palette.text, 2);
  for (const point of mark.frames) {
    traceDot(surface, window, point, 2.5);
    ctx.fillStyle = palette.text;
    ctx.fill();
  }
  if (mark.at === null) return;
  traceDot(surface, window, mark.at, 6);
  haloStroke(surface, palette.text, 2);
  ctx.lineWidth = ratio;
}

/** From B's mean to A's: an arrow, dashed, for it goes on beyond both. */
export function drawDirection(
  surface: Surface,
  window: PlaneWindow,
  from: PlanePoint,
  to: PlanePoint,
): void {
  const { ctx, side, ratio, palette } = surface;
  traceLine(surface, window, [from, to]);
  haloStroke(surface, palette.text, 1.5, [6, 4]);
  const [u0, v0] = toScreen(window, from);
  const [u1, v1] = toScreen(window, to);
  const angle = Math.atan2(v1 - v0, u1 - u0);
  ctx.beginPath();
  for (const turn of [0.4, -0.4]) {
    ctx.moveTo(u1 * side, v1 * side);
    ctx.lineTo(
      u1 * side - 9 * ratio * Math.cos(angle + turn),
      v1 * side - 9 * ratio * Math.sin(angle + turn),
    );
  }
  haloStroke(surface, palette.text, 1.5);
}

/** Rings round the chosen points. `rows` of `positions`, u and v pairs. */
export function drawChosen(
  surface: Surface,
  positions: ArrayLike<number>,
  rows: readonly number[],
): void {
  const { ctx, side, ratio, palette } = surface;
  ctx.beginPath();
  for (const row of rows) {
    const [x, y] = [(positions[2 * row] ?? 0) * side, (positions[2 * row + 1] ?? 0) * side];
    ctx.moveTo(x + 3.5 * ratio, y);
    ctx.arc(x, y, 3.5 * ratio, 0, 2 * Math.PI);
  }
  ctx.lineWidth = ratio;
  ctx.strokeStyle = palette.text;
  ctx.stroke();
}

function traceLine(
  { ctx, side }: Surface,
  window: PlaneWindow,
  points: readonly PlanePoint[],
): void {
  ctx.beginPath();
  points.forEach((point, i) => {
    const [u, v] = toScreen(window, point);
    if (i === 0) ctx.moveTo(u * side, v * side);
    else ctx.lineTo(u * side, v * side);
  });
}

function traceDot(
  { ctx, side, ratio }: Surface,
  window: PlaneWindow,
  point: PlanePoint,
  radius: number,
): void {
  const [u, v] = toScreen(window, point);
  ctx.beginPath();
  ctx.arc(u * side, v * side, radius * ratio, 0, 2 * Math.PI);
}
