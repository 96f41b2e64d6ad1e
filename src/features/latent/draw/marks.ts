/** What is drawn over everything: the point in question with its posterior, draws from it, the trail. */
import { toScreen, type PlanePoint, type PlaneWindow } from "#/core/latent/plane.ts";
import { contourOnScreen, contourRadius, type PlanarGaussian } from "#/core/latent/posterior.ts";
import { drawLoupe } from "#/features/latent/draw/loupe.ts";
import { haloStroke, tracePolygon, type Surface } from "#/features/latent/draw/surface.ts";

export interface PosteriorMark {
  readonly gaussian: PlanarGaussian;
  readonly colour: string;
  readonly pinned: boolean;
}

/** Below this 1σ radius the ellipse cannot be read and a loupe stands beside it. CSS pixels. */
const READABLE = 4;

/** A point with its 1σ and 2σ ellipses at true size; without a spread, the point alone. */
export function drawPosterior(surface: Surface, window: PlaneWindow, mark: PosteriorMark): void {
  const { ctx, side, ratio, palette } = surface;
  const { gaussian } = mark;
  const inner = contourOnScreen(window, gaussian, 1);
  const [u, v] = toScreen(window, gaussian.centre);
  ctx.lineJoin = "round";
  const spreads = gaussian.aa + gaussian.bb > 0;
  for (const [contour, width] of [
    [contourOnScreen(window, gaussian, 2), 1],
    [inner, 1.5],
  ] as const) {
    if (!spreads) break;
    tracePolygon(surface, contour);
    haloStroke(surface, palette.text, width);
  }
  ctx.beginPath();
  ctx.arc(u * side, v * side, 3 * ratio, 0, 2 * Math.PI);
  ctx.fillStyle = mark.colour;
  ctx.fill();
  haloStroke(surface, palette.text, mark.pinned ? 1.5 : 0.75);
  if (spreads && contourRadius(inner) * side < READABLE * ratio)
    drawLoupe(surface, window, gaussian);
}

/** z = μ + σε: where a draw landed. */
export interface DrawMark {
  readonly from: PlanePoint;
  readonly to: PlanePoint;
  /** 0 … 1 along the arrow; 1 once it has landed. */
  readonly progress: number;
}

/** Landed draws as dots, the newest as an arrow from μ. */
export function drawDraws(surface: Surface, window: PlaneWindow, draws: readonly DrawMark[]): void {
  const { ctx, side, ratio, palette } = surface;
  draws.forEach((draw, i) => {
    const [u0, v0] = toScreen(window, draw.from);
    const [u1, v1] = toScreen(window, draw.to);
    const newest = i === draws.length - 1;
    const x = (u0 + (u1 - u0) * draw.progress) * side;
    const y = (v0 + (v1 - v0) * draw.progress) * side;
    if (newest) {
      ctx.beginPath();
      ctx.moveTo(u0 * side, v0 * side);
      ctx.lineTo(x, y);
      haloStroke(surface, palette.text, 1.5);
      const length = Math.hypot(x - u0 * side, y - v0 * side);
      if (length > 8 * ratio)
        drawArrowhead(surface, x, y, Math.atan2(y - v0 * side, x - u0 * side));
    }
    ctx.beginPath();
    ctx.arc(x, y, (newest ? 2.5 : 1.25) * ratio, 0, 2 * Math.PI);
    ctx.globalAlpha = newest ? 1 : 0.55;
    ctx.fillStyle = palette.text;
    ctx.fill();
    ctx.globalAlpha = 1;
  });
}

function drawArrowhead(
  { ctx, ratio, palette }: Surface,
  x: number,
  y: number,
  angle: number,
): void {
  ctx.beginPath();
  for (const turn of [0.45, -0.45]) {
    ctx.moveTo(x, y);
    ctx.lineTo(x - 7 * ratio * Math.cos(angle + turn), y - 7 * ratio * Math.sin(angle + turn));
  }
  ctx.lineWidth = 1.5 * ratio;
  ctx.strokeStyle = palette.text;
  ctx.stroke();
}

/** Where the handle was while held, fading with age; oldest first. */
export function drawTrail(
  { ctx, side, ratio, palette }: Surface,
  window: PlaneWindow,
  trail: readonly PlanePoint[],
): void {
  ctx.lineCap = "round";
  ctx.lineWidth = 2 * ratio;
  ctx.strokeStyle = palette.text;
  for (let i = 1; i < trail.length; i++) {
    const from = trail[i - 1];
    const to = trail[i];
    if (from === undefined || to === undefined) continue;
    const [u0, v0] = toScreen(window, from);
    const [u1, v1] = toScreen(window, to);
    ctx.globalAlpha = 0.5 * (i / trail.length);
    ctx.beginPath();
    ctx.moveTo(u0 * side, v0 * side);
    ctx.lineTo(u1 * side, v1 * side);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.lineCap = "butt";
}
