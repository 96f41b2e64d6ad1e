/** Tick marks along the plane's edges, in prior standard deviations whatever the coordinates. */
import { toScreen, type PlaneWindow } from "#/core/latent/plane.ts";

export interface Tick {
  /** Axis value. */
  readonly value: number;
  /** Position along the axis in [0, 1], growing with the value. */
  readonly position: number;
  /** False where the number would run into its neighbour's. */
  readonly labelled: boolean;
}

const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5] as const;
/** Beyond this Φ is 0 or 1 to rounding. */
const FARTHEST_IN_PHI = 5;

/** @param gap Least distance between numbers, in frame widths. */
export function planeTicks(window: PlaneWindow, axis: 0 | 1, gap: number): Tick[] {
  const at = (value: number): number => {
    const [u, v] = toScreen(window, axis === 0 ? [value, 0] : [0, value]);
    return axis === 0 ? u : 1 - v;
  };
  const middle = window.centre[axis];
  const step =
    STEPS.find((s) => at(middle + s / 2) - at(middle - s / 2) >= gap) ??
    STEPS[STEPS.length - 1] ??
    1;
  const limit = window.coordinates === "phi" ? FARTHEST_IN_PHI : Infinity;
  const from = Math.ceil(Math.max(middle - 2 * window.extent, -limit) / step);
  const to = Math.floor(Math.min(middle + 2 * window.extent, limit) / step);
  const found: { value: number; position: number }[] = [];
  for (let k = from; k <= to; k++) {
    // From the integer, so that 3 × 0.1 is written 0.3.
    const value = Number((k * step).toFixed(2));
    const position = at(value);
    if (position >= 0 && position <= 1) found.push({ value, position });
  }
  // Numbers are given out from zero (or the end nearest to it) outwards.
  const taken: number[] = [];
  const labelled = new Set<number>();
  for (const tick of [...found].sort((x, y) => Math.abs(x.value) - Math.abs(y.value))) {
    if (taken.some((p) => Math.abs(p - tick.position) < gap)) continue;
    taken.push(tick.position);
    labelled.add(tick.value);
  }
  return found.map((tick) => ({ ...tick, labelled: labelled.has(tick.value) }));
}
