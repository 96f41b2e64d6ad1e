/**
 * A function of the logit as pieces a chart can draw: stretches of numbers, and stretches where it
 * is none. Pure.
 */

export interface Stretch {
  /** First and last place of it, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** What stands where a number should. */
export type Broken = "+∞" | "−∞" | "NaN";

export interface BrokenStretch extends Stretch {
  readonly what: Broken;
}

export interface Pieces {
  readonly sound: readonly Stretch[];
  readonly broken: readonly BrokenStretch[];
}

/** Null for a number. */
export function brokenAs(value: number): Broken | null {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return null;
  return value > 0 ? "+∞" : "−∞";
}

export function piecesOf(values: ArrayLike<number>): Pieces {
  const sound: Stretch[] = [];
  const broken: BrokenStretch[] = [];
  let from = 0;
  for (let i = 1; i <= values.length; i++) {
    const what = brokenAs(values[from] ?? 0);
    if (i < values.length && brokenAs(values[i] ?? 0) === what) continue;
    if (what === null) sound.push({ from, to: i - 1 });
    else broken.push({ from, to: i - 1, what });
    from = i;
  }
  return { sound, broken };
}
