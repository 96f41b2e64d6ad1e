/** How far tensors are from their golden, relative to it; what is too far is told by name. */
import type { Weights } from "#/core/training/terms.ts";

/** The distance of `actual` from `expected`, relative to the latter. NaN where either is no number. */
export type Distance = (actual: Float32Array, expected: Float32Array) => number;

/** max|a − b| / max|b|; 0 where all of both is 0. */
export const maximumDistance: Distance = (actual, expected) =>
  ratio(largest(differences(actual, expected)), largest(expected));

/** ‖a − b‖₂ / ‖b‖₂; 0 where all of both is 0. */
export const euclideanDistance: Distance = (actual, expected) =>
  ratio(length(differences(actual, expected)), length(expected));

/** max|a|, NaN where one is no number. */
export function largest(values: ArrayLike<number>): number {
  let found = 0;
  for (let i = 0; i < values.length; i++) {
    found = Math.max(found, Math.abs(values[i] ?? Number.NaN));
  }
  return found;
}

/** ‖a‖₂. A large kernel has more entries than a call may have arguments. */
function length(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] ?? Number.NaN) ** 2;
  return Math.sqrt(sum);
}

function differences(a: Float32Array, b: Float32Array): Float64Array {
  if (a.length !== b.length) return Float64Array.of(Number.NaN);
  return Float64Array.from(a, (value, i) => value - (b[i] ?? Number.NaN));
}

/**
 * ‖Δa − Δb‖₂ / ‖Δb‖₂ where Δ is what was added to `before`, less what storing the sums in single
 * precision (6e-8 of each, a few times) may take from it.
 */
export function distanceOfChange(before: Float32Array): Distance {
  return (actual, expected) => {
    const rounding = 2e-7 * length(expected);
    const off = length(differences(actual, expected));
    return ratio(Math.max(off - rounding, 0), length(differences(expected, before)));
  };
}

/** One line a tensor of `expected` that `actual` lacks or has further off than `tolerance`. */
export function tooFar(
  actual: Weights,
  expected: Weights,
  distance: (name: string) => Distance,
  tolerance: number,
): readonly string[] {
  return Object.entries(expected).flatMap(([name, { values }]) => {
    const found = actual[name]?.values;
    if (found === undefined) return [`${name} is missing`];
    const off = distance(name)(found, values);
    // Not a number is too far as well.
    return off <= tolerance ? [] : [`${name} is off by ${off.toExponential(1)}`];
  });
}

function ratio(difference: number, scale: number): number {
  return difference === 0 ? 0 : difference / scale;
}
