/** What every drawing function gets: a context, the frame's size and the colours. */
import type { Palette } from "#/ui/palette.ts";

export interface Surface {
  readonly ctx: CanvasRenderingContext2D;
  /** Side of the frame in device pixels. */
  readonly side: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly palette: Palette;
}

export function clearSurface({ ctx, side }: Surface): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.clearRect(0, 0, side, side);
}

/** Text that stays readable over pictures: a halo in the plane's colour below the ink. */
export function haloText(
  { ctx, ratio, palette }: Surface,
  text: string,
  x: number,
  y: number,
  colour: string,
): void {
  ctx.lineJoin = "round";
  ctx.lineWidth = 3 * ratio;
  ctx.strokeStyle = palette.plane;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** Strokes the present path twice: a halo in the plane's colour, then the line. CSS widths. */
export function haloStroke(
  { ctx, ratio, palette }: Surface,
  colour: string,
  width: number,
  dash: readonly number[] = [],
): void {
  ctx.setLineDash([]);
  ctx.lineWidth = (width + 1.5) * ratio;
  ctx.strokeStyle = palette.plane;
  ctx.stroke();
  ctx.setLineDash(dash.map((d) => d * ratio));
  ctx.lineWidth = width * ratio;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Traces a closed line through u, v pairs. */
export function tracePolygon({ ctx, side }: Surface, points: ArrayLike<number>): void {
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const x = (points[i] ?? 0) * side;
    const y = (points[i + 1] ?? 0) * side;
    if (i === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
  ctx.closePath();
}
