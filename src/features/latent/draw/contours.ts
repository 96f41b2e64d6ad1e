/** Contours of a landscape: the basin dark, what lies higher fainter; every fifth line is heavier. */
import type { Contour } from "#/core/latent/contours.ts";
import { haloStroke, type Surface } from "#/features/latent/draw/surface.ts";

/** Lines after which they are faintest. */
const fading = 24;
const faintest = 0.2;

export function drawContours(surface: Surface, contours: readonly Contour[]): void {
  const { ctx, side, palette } = surface;
  ctx.lineJoin = "round";
  contours.forEach(({ level, lines }, place) => {
    ctx.beginPath();
    for (const line of lines) {
      line.forEach(([u, v], i) => {
        if (i === 0) ctx.moveTo(u * side, v * side);
        else ctx.lineTo(u * side, v * side);
      });
    }
    ctx.globalAlpha = Math.max(1 - place / fading, faintest);
    haloStroke(surface, palette.text2, level % 50 === 0 ? 1.75 : 0.9);
  });
  ctx.globalAlpha = 1;
}
