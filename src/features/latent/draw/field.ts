/** What lies between pictures and points: prior rings, the aggregate posterior's density, ticks. */
import type { PlaneDensity } from "#/core/latent/density.ts";
import { standardNormalCdf } from "#/core/latent/normal.ts";
import { fromScreen, toScreen, type PlaneAxes, type PlaneWindow } from "#/core/latent/plane.ts";
import { contourOnScreen } from "#/core/latent/posterior.ts";
import { planarPrior, priorCentre, priorRings } from "#/core/latent/prior.ts";
import { planeTicks } from "#/core/latent/ticks.ts";
import {
  haloStroke,
  haloText,
  tracePolygon,
  type Surface,
} from "#/features/latent/draw/surface.ts";

const CAPTION = 10;

/** Dotted rings holding 39, 86 and 99 % of the prior's mass, in the colour of KL. */
export function drawPriorRings(surface: Surface, window: PlaneWindow, axes: PlaneAxes): void {
  const { ctx, side, ratio, palette } = surface;
  const prior = planarPrior(axes);
  ctx.font = `${String(CAPTION * ratio)}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const { radius, percent } of priorRings) {
    tracePolygon(surface, contourOnScreen(window, prior, radius));
    ctx.lineCap = "round";
    haloStroke(surface, palette.kl, 1.5, [0.1, 4]);
    ctx.lineCap = "butt";
    const along = radius * Math.SQRT1_2;
    const [u, v] = toScreen(window, [prior.centre[0] + along, prior.centre[1] + along]);
    haloText(surface, `${String(percent)}%`, u * side, v * side, palette.kl);
  }
}

const TICK = 5;
/** Least distance between the numbers of two ticks, CSS pixels. */
const LABEL_GAP = 40;

/** Ticks in prior standard deviations inside the left and lower edge, with the axes' names. */
export function drawTicks(
  surface: Surface,
  window: PlaneWindow,
  names: readonly [string, string],
): void {
  const { ctx, side, ratio, palette } = surface;
  ctx.font = `${String(CAPTION * ratio)}px system-ui, sans-serif`;
  const gap = (LABEL_GAP * ratio) / side;
  const clear = 20 * ratio;
  for (const axis of [0, 1] as const) {
    for (const tick of planeTicks(window, axis, gap)) {
      const along = Math.round((axis === 0 ? tick.position : 1 - tick.position) * side);
      ctx.beginPath();
      if (axis === 0) {
        ctx.moveTo(along, side);
        ctx.lineTo(along, side - TICK * ratio);
      } else {
        ctx.moveTo(0, along);
        ctx.lineTo(TICK * ratio, along);
      }
      haloStroke(surface, palette.text2, 1);
      // The corners belong to the names.
      if (!tick.labelled || along < clear || along > side - clear) continue;
      const text = String(tick.value).replace("-", "−");
      ctx.textAlign = axis === 0 ? "center" : "left";
      ctx.textBaseline = axis === 0 ? "bottom" : "middle";
      const inset = (TICK + 2) * ratio;
      haloText(
        surface,
        text,
        axis === 0 ? along : inset,
        axis === 0 ? side - inset : along,
        palette.text2,
      );
    }
  }
  ctx.font = `italic ${String(13 * ratio)}px "STIX Two Text", "Cambria Math", Georgia, serif`;
  ctx.textAlign = "right";
  ctx.textBaseline = "bottom";
  haloText(surface, names[0], side - 5 * ratio, side - 3 * ratio, palette.text);
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  haloText(surface, names[1], 5 * ratio, 4 * ratio, palette.text);
}

/** Strongest ink of the density; the prior's peak takes 1 − 1/e of it. Never rescaled. */
const DEEPEST = 0.85;

/**
 * Ink by opacity, on a scale fixed by the prior: its own peak density on this window, so that
 * q(z) = p(z) looks the same at every step.
 */
export function drawDensity(surface: Surface, density: PlaneDensity, peak: number): void {
  const { ctx, side, palette } = surface;
  const { size, area } = density;
  const [r, g, b] = channels(palette.text);
  const image = new ImageData(size, size);
  for (let i = 0; i < area.length; i++) {
    image.data[4 * i] = r;
    image.data[4 * i + 1] = g;
    image.data[4 * i + 2] = b;
    image.data[4 * i + 3] = 255 * DEEPEST * (1 - Math.exp(-(area[i] ?? 0) / peak));
  }
  const small = document.createElement("canvas");
  small.width = size;
  small.height = size;
  small.getContext("2d")?.putImageData(image, 0, 0);
  // A density is a field, not a picture of the decoder: between its squares it may be smooth.
  ctx.imageSmoothingEnabled = true;
  ctx.drawImage(small, 0, 0, side, side);
}

function channels(hex: string): [r: number, g: number, b: number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Peak of the prior per unit of frame length, on either axis: the scale of density and marginals. */
export function priorPeak(window: PlaneWindow): number {
  return window.coordinates === "z"
    ? (2 * window.extent) / Math.sqrt(2 * Math.PI)
    : window.extent / 3.19;
}

/** Height of the prior's own peak in a marginal, CSS pixels. */
const MARGINAL = 28;

/** The aggregate posterior's marginals along the upper and right edge over N(0, 1), dotted. */
export function drawMarginals(
  surface: Surface,
  density: PlaneDensity,
  window: PlaneWindow,
  axes: PlaneAxes,
): void {
  const { ctx, side, ratio, palette } = surface;
  const scale = (MARGINAL * ratio) / priorPeak(window);
  const { size, alongU, alongV } = density;
  const centre = priorCentre(axes);
  // Mass of the prior in the same intervals, so that the two curves are the same kind of thing.
  const prior =
    (axis: 0 | 1) =>
    (i: number): number => {
      const at = (p: number): number => fromScreen(window, p, p)[axis];
      const mass =
        standardNormalCdf(at((i + 1) / size) - centre[axis]) -
        standardNormalCdf(at(i / size) - centre[axis]);
      return Math.abs(mass) * size;
    };
  const trace = (axis: 0 | 1, heightAt: (i: number) => number): void => {
    ctx.beginPath();
    for (let i = 0; i < size; i++) {
      const along = ((i + 0.5) / size) * side;
      const height = Math.min(heightAt(i) * scale, side / 4);
      const [x, y] = axis === 0 ? [along, height] : [side - height, along];
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
  };
  for (const axis of [0, 1] as const) {
    const values = axis === 0 ? alongU : alongV;
    trace(axis, prior(axis));
    haloStroke(surface, palette.kl, 1.5, [2, 3]);
    trace(axis, (i) => values[i] ?? 0);
    haloStroke(surface, palette.text, 1.5);
  }
}
