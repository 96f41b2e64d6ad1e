/**
 * Lines of equal value over a square sheet of cells, by marching squares (npm d3-contour, Mike Bostock,
 * ISC). A cell's value holds at its centre, and lines end at the outermost centres.
 */
import { contours } from "d3-contour";

/** On the sheet's own frame: u to the right, v downwards, both in [0, 1]. */
export type ContourPoint = readonly [u: number, v: number];

export interface Contour {
  readonly level: number;
  /** A closed line ends in the point it began in. */
  readonly lines: readonly (readonly ContourPoint[])[];
}

/** More lines than that are a grey area. */
const mostLevels = 40;

/** Nats between lines where nothing else is asked for. */
export const contourStep = 10;

/**
 * Contours of `values` [n × n], rows from the top, at the multiples of `step` between the least value
 * and the greatest: the lowest 40 of them, for it is the basin that counts.
 */
export function contoursOf(
  values: ArrayLike<number>,
  n: number,
  step = contourStep,
): readonly Contour[] {
  const list = Array.from(values);
  const low = Math.min(...list);
  const high = Math.max(...list.filter(Number.isFinite));
  const first = Math.floor(low / step) + 1;
  const count = Math.min(Math.max(Math.ceil(high / step) - first, 0), mostLevels);
  const draw = contours().size([n, n]);
  return Array.from({ length: count }, (_, i) => {
    const level = (first + i) * step;
    const { coordinates } = draw.contour(list, level);
    const rings = coordinates.flat();
    return { level, lines: rings.flatMap((ring) => insideLines(ring, n)) };
  });
}

/** A ring closes along the rim of the sheet; there it is no contour, and is cut. */
function insideLines(ring: readonly (readonly number[])[], n: number): ContourPoint[][] {
  const lines: ContourPoint[][] = [];
  let line: ContourPoint[] = [];
  const end = () => {
    if (line.length > 1) lines.push(line);
    line = [];
  };
  ring.forEach(([x = 0, y = 0], i) => {
    const [previousX = 0, previousY = 0] = ring[i - 1] ?? [x, y];
    if (i > 0 && alongRim(x, y, previousX, previousY, n)) end();
    line.push([x / n, y / n]);
  });
  end();
  return joined(lines);
}

/** A ring may start in the middle of a line: then the last piece runs on into the first. */
function joined(lines: ContourPoint[][]): ContourPoint[][] {
  const first = lines.at(0);
  const last = lines.at(-1);
  if (first === undefined || last === undefined || first === last) return lines;
  const [start, finish] = [first[0], last.at(-1)];
  if (start?.[0] !== finish?.[0] || start?.[1] !== finish?.[1]) return lines;
  return [[...last, ...first.slice(1)], ...lines.slice(1, -1)];
}

/** Whether a step of a ring lies outside the outermost cells' centres. */
function alongRim(x: number, y: number, toX: number, toY: number, n: number): boolean {
  const beyond = (a: number, b: number) => Math.max(a, b) <= 0.5 || Math.min(a, b) >= n - 0.5;
  return beyond(x, toX) || beyond(y, toY);
}
