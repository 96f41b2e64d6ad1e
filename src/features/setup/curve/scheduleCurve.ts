/** The drawn course of a setting over the planned steps: pure geometry, in a box of its own units. */

export interface CurveBox {
  readonly width: number;
  readonly height: number;
}

export interface SampledCurve {
  /** Steps and values, ends included. */
  readonly points: readonly (readonly [step: number, value: number])[];
  readonly least: number;
  readonly greatest: number;
}

/** One a unit of a curve as wide as the column, and enough of them on each period to show its corners. */
const fewest = 264;
const most = 2640;
const aPeriod = 24;

/** `valueAt` counts steps from 0, as schedules do; what repeats does so every `period` steps. */
export function sampleCurve(
  valueAt: (step: number) => number,
  steps: number,
  period = steps,
): SampledCurve {
  const last = Math.max(1, steps - 1);
  const wanted = Math.max(fewest, Math.ceil((aPeriod * steps) / period));
  const count = Math.min(wanted, most, last);
  const points = Array.from({ length: count + 1 }, (_, i) => {
    const step = Math.round((i * last) / count);
    return [step, valueAt(step)] as const;
  });
  const values = points.map(([, value]) => value);
  return { points, least: Math.min(0, ...values), greatest: Math.max(0, ...values) };
}

/** From a step and a value to the box, y downwards; a curve that is 0 throughout lies on the floor. */
export function toBox(
  { points, least, greatest }: SampledCurve,
  { width, height }: CurveBox,
): (step: number, value: number) => readonly [x: number, y: number] {
  const last = points.at(-1)?.[0] ?? 1;
  const range = greatest - least;
  return (step, value) => [
    (width * Math.min(step, last)) / Math.max(1, last),
    range === 0 ? height : height * (1 - (value - least) / range),
  ];
}

/** An SVG path through all points; `jumps` draws stairs instead of slopes. */
export function curvePath(curve: SampledCurve, box: CurveBox, jumps: boolean): string {
  const place = toBox(curve, box);
  return curve.points
    .map(([step, value], i) => {
      const [x, y] = place(step, value).map((n) => n.toFixed(1));
      if (i === 0) return `M${String(x)} ${String(y)}`;
      return jumps ? `H${String(x)}V${String(y)}` : `L${String(x)} ${String(y)}`;
    })
    .join("");
}
