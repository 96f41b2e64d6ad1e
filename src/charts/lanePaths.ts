/** From points to the paths of a panel: pure geometry, CSS pixels. */
import type { Domain } from "#/core/metrics/axis.ts";
import type { CurvePoint } from "#/core/metrics/downsample.ts";

export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a value stands in [0, 1] of a domain; not a number where a logarithm has none. */
export function share(value: number, [low, high]: Domain, log: boolean): number {
  if (!log) return (value - low) / (high - low);
  if (value <= 0) return Number.NaN;
  return Math.log(value / low) / Math.log(high / low);
}

/** How far beyond the frame a line is followed: what lies further is cut, so that no number overflows. */
const beyond = 4;

/** An SVG path through the points, to a tenth of a pixel; a break where there is no number. */
export function linePath(
  points: readonly CurvePoint[],
  area: PlotArea,
  x: Domain,
  y: Domain,
  log: boolean,
): string {
  let path = "";
  let pen = "M";
  for (const point of points) {
    const u = share(point.x, x, false);
    const v = share(point.y, y, log);
    if (!Number.isFinite(u) || !Number.isFinite(v)) {
      pen = "M";
      continue;
    }
    const cut = Math.min(Math.max(v, -beyond), beyond);
    const px = area.left + u * area.width;
    const py = area.top + (1 - cut) * area.height;
    path += `${pen}${px.toFixed(1)} ${py.toFixed(1)}`;
    pen = "L";
  }
  return path;
}

/** The same points as strokes of no length, which a round cap makes dots. */
export function dotPath(
  points: readonly CurvePoint[],
  area: PlotArea,
  x: Domain,
  y: Domain,
  log: boolean,
): string {
  return points
    .map((point) => linePath([point], area, x, y, log))
    .filter(Boolean)
    .map((move) => `${move}h0`)
    .join("");
}

/** Ticks of a logarithmic axis: its whole decades. */
export function decades([low, high]: Domain): number[] {
  const ticks: number[] = [];
  for (let value = low; value <= high * 1.0001; value *= 10) {
    ticks.push(Number(value.toPrecision(6)));
  }
  return ticks;
}
