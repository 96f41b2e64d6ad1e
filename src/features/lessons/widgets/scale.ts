/** Linear scales of a drawing, and curves as SVG paths. Pure. */

export type Span = readonly [from: number, to: number];

export interface PlotScale {
  readonly width: number;
  readonly height: number;
  readonly x: Span;
  readonly y: Span;
  px(x: number): number;
  py(y: number): number;
  /** From pixels back to numbers. */
  xAt(px: number): number;
  yAt(py: number): number;
}

export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly x: Span;
  readonly y: Span;
}

/** Room for the tick labels, CSS pixels. */
export const plotLeft = 36;
export const plotBottom = 24;
const plotTop = 8;
const plotRight = 10;

export function plotScale({ width, height, x, y }: PlotFrame): PlotScale {
  const across = Math.max(width - plotLeft - plotRight, 1);
  const down = Math.max(height - plotTop - plotBottom, 1);
  return {
    ...{ width, height, x, y },
    px: (value) => plotLeft + ((value - x[0]) / (x[1] - x[0])) * across,
    py: (value) => plotTop + (1 - (value - y[0]) / (y[1] - y[0])) * down,
    xAt: (px) => x[0] + ((px - plotLeft) / across) * (x[1] - x[0]),
    yAt: (py) => y[0] + (1 - (py - plotTop) / down) * (y[1] - y[0]),
  };
}

/** Whole numbers within a span, or multiples of `every`. */
export function wholeTicks([from, to]: Span, every = 1): number[] {
  const first = Math.ceil(from / every);
  const count = Math.floor(to / every) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * every);
}

/** A polyline through points that are numbers; breaks where one is not. */
export function pathOf(scale: PlotScale, points: readonly (readonly [number, number])[]): string {
  let pen = "M";
  const parts: string[] = [];
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = "M";
      continue;
    }
    parts.push(`${pen}${scale.px(x).toFixed(1)} ${scale.py(y).toFixed(1)}`);
    pen = "L";
  }
  return parts.join("");
}

/** y = f(x) over the whole axis. */
export function curveOf(scale: PlotScale, f: (x: number) => number, pieces = 160): string {
  const [from, to] = scale.x;
  return pathOf(
    scale,
    Array.from({ length: pieces + 1 }, (_, i) => {
      const x = from + ((to - from) * i) / pieces;
      return [x, f(x)] as const;
    }),
  );
}

/** Density of N(μ, σ²). */
export function gaussianDensity(mean: number, sd: number): (x: number) => number {
  return (x) => Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
}

/**
 * Where the KL of one dimension is so many nats, as a closed curve (μ, λ): ½μ² = c − ½(e^λ − 1 − λ),
 * both signs of μ.
 */
export function klContour(nats: number): (readonly [number, number])[] {
  const spread = (lambda: number): number => 0.5 * (Math.expm1(lambda) - lambda);
  const low = edge(spread, nats, -1);
  const high = edge(spread, nats, 1);
  const pieces = 60;
  // Cosine steps: dense where the curve turns.
  const lambdas = Array.from({ length: pieces + 1 }, (_, i) => {
    const share = (1 - Math.cos((Math.PI * i) / pieces)) / 2;
    return low + (high - low) * share;
  });
  const right = lambdas.map((lambda) => {
    const rest = Math.max(0, 2 * (nats - spread(lambda)));
    return [Math.sqrt(rest), lambda] as const;
  });
  const left = [...right].reverse().map(([mean, lambda]) => [-mean, lambda] as const);
  return [...right, ...left];
}

/** λ of the given sign where the spread alone costs so much, by bisection. */
function edge(spread: (lambda: number) => number, nats: number, sign: 1 | -1): number {
  let near = 0;
  let far = sign * 60;
  for (let i = 0; i < 60; i++) {
    const middle = (near + far) / 2;
    if (spread(middle) < nats) near = middle;
    else far = middle;
  }
  return near;
}
