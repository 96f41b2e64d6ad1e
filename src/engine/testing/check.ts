/** Assertions that run wherever an engine does: in Node under the test runner and in a worker. */
import type { Weights } from "#/core/training/terms.ts";

/**
 * @throws when any entry is off by more than `tolerance` × the largest expected magnitude (`floor` at
 * least).
 */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  what: string,
  floor = 1,
): void {
  if (actual.length !== expected.length) {
    throw new Error(`${what}: ${String(actual.length)} values, not ${String(expected.length)}`);
  }
  let scale = floor;
  for (let i = 0; i < expected.length; i++) scale = Math.max(scale, Math.abs(expected[i] ?? 0));
  for (let i = 0; i < expected.length; i++) {
    const [a = Number.NaN, e = Number.NaN] = [actual[i], expected[i]];
    if (!(Math.abs(a - e) <= tolerance * scale)) {
      throw new Error(
        `${what}[${String(i)}]: ${String(a)}, not ${String(e)} (scale ${String(scale)})`,
      );
    }
  }
}

/** @throws when two states differ in a single bit. */
export function assertSame(actual: Weights, expected: Weights, what: string): void {
  const names = Object.keys(expected);
  if (Object.keys(actual).join() !== names.join()) throw new Error(`${what}: other names`);
  for (const name of names) {
    const [a, e] = [actual[name]?.values, expected[name]?.values];
    if (a === undefined || e === undefined) throw new Error(`${what}: no ${name}`);
    assertClose(a, e, 0, `${what} ${name}`);
  }
}

export function assert(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}
