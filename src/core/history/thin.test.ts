import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastMissed, nearestStep } from "#/core/history/thin.ts";

const early = [0, 1, 2, 4, 8, 16, 32, 64, 128];

/** A run's steps, arriving one after another, thinned to `limit` after each. */
function thinned(arrivals: readonly number[], limit: number): number[] {
  const kept: number[] = [];
  for (const step of arrivals) {
    kept.push(step);
    while (kept.length > limit) {
      const drop = leastMissed(kept, null);
      if (drop === null) break;
      kept.splice(drop, 1);
    }
  }
  return kept;
}

const runs = fc
  .uniqueArray(fc.integer({ min: 129, max: 100_000 }), { maxLength: 400 })
  .map((steps) => [...early, ...steps.sort((a, b) => a - b)]);

describe("leastMissed", () => {
  it("drops where the neighbours are closest", () => {
    expect(leastMissed([200, 300, 310, 400, 900], null)).toBe(2);
  });

  it("never drops an end, nor what someone looks at", () => {
    expect(leastMissed([200, 300], null)).toBeNull();
    expect(leastMissed([200, 300, 400], 1)).toBeNull();
  });

  it("lets early frames go when nothing else is left", () => {
    expect(leastMissed([0, 1, 2], null)).toBe(1);
  });

  it("keeps the limit, the order, the early frames and both ends", () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 12, max: 120 }), (arrivals, limit) => {
        const kept = thinned(arrivals, limit);
        expect(kept.length).toBe(Math.min(limit, arrivals.length));
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept.slice(0, 9)).toEqual(early);
        expect(kept.at(-1)).toBe(arrivals.at(-1));
      }),
    );
  });

  it("spreads an even run evenly", () => {
    const arrivals = [...early, ...Array.from({ length: 2000 }, (_, i) => 200 + 50 * i)];
    const kept = thinned(arrivals, 120).slice(10);
    const gaps = kept.slice(1).map((step, i) => step - (kept[i] ?? 0));
    expect(Math.max(...gaps.slice(0, -1)) / Math.min(...gaps)).toBeLessThanOrEqual(4);
  });
});

it("finds the nearest step, the earlier of two", () => {
  expect(nearestStep([0, 10, 20], 14)).toBe(1);
  expect(nearestStep([0, 10, 20], 15)).toBe(1);
  expect(nearestStep([], 15)).toBeNull();
});
