/** A magnifier beside a posterior too small to read: the same ellipses, enlarged as much as it says. */
import { toScreen, type PlaneWindow } from "#/core/latent/plane.ts";
import { contourOnScreen, contourRadius, type PlanarGaussian } from "#/core/latent/posterior.ts";
import { haloStroke, haloText, type Surface } from "#/features/latent/draw/surface.ts";

/** CSS pixels. */
const RADIUS = 34;
const DISTANCE = 62;
/** The 2σ ellipse fills this much of the glass. */
const FILL = 0.7;

export function drawLoupe(surface: Surface, window: PlaneWindow, gaussian: PlanarGaussian): void {
  const { ctx, side, ratio, palette } = surface;
  const [u, v] = toScreen(window, gaussian.centre);
  const outer = contourOnScreen(window, gaussian, 2);
  const radius = contourRadius(outer) * side;
  if (radius === 0) return;
  const power = loupePower((FILL * RADIUS * ratio) / widest(outer, u, v, side));
  const [x, y] = loupeCentre(u * side, v * side, side, DISTANCE * ratio);
  const angle = Math.atan2(y - v * side, x - u * side);
  ctx.beginPath();
  ctx.moveTo(u * side, v * side);
  ctx.lineTo(x - RADIUS * ratio * Math.cos(angle), y - RADIUS * ratio * Math.sin(angle));
  haloStroke(surface, palette.text2, 1);
  ctx.beginPath();
  ctx.arc(x, y, RADIUS * ratio, 0, 2 * Math.PI);
  ctx.fillStyle = palette.plane;
  ctx.fill();
  haloStroke(surface, palette.text2, 1);
  for (const contour of [outer, contourOnScreen(window, gaussian, 1)]) {
    ctx.beginPath();
    for (let i = 0; i < contour.length; i += 2) {
      ctx.lineTo(
        x + ((contour[i] ?? 0) - u) * side * power,
        y + ((contour[i + 1] ?? 0) - v) * side * power,
      );
    }
    ctx.closePath();
    haloStroke(surface, palette.text, 1.25);
  }
  ctx.font = `${String(10 * ratio)}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  haloText(surface, `×${String(power)}`, x, y + (RADIUS - 3) * ratio, palette.text2);
}

function widest(contour: Float64Array, u: number, v: number, side: number): number {
  let most = 0;
  for (let i = 0; i < contour.length; i += 2) {
    most = Math.max(most, Math.hypot((contour[i] ?? 0) - u, (contour[i + 1] ?? 0) - v) * side);
  }
  return most;
}

const POWERS = [2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The largest round magnification not above `wanted`, at least 2. */
export function loupePower(wanted: number): number {
  return POWERS.findLast((power) => power <= wanted) ?? 2;
}

/** A place at `distance` from (x, y), towards the middle of the frame. */
export function loupeCentre(
  x: number,
  y: number,
  side: number,
  distance: number,
): [x: number, y: number] {
  const dx = side / 2 - x;
  const dy = side / 2 - y;
  const length = Math.hypot(dx, dy);
  if (length < 1) return [x + distance * Math.SQRT1_2, y - distance * Math.SQRT1_2];
  return [x + (dx / length) * distance, y + (dy / length) * distance];
}
