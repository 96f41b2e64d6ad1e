import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planSplit } from "#/data/own/split.ts";

const plan = (labels: readonly number[], seed = 1, firstChunk = 1000) =>
  planSplit(Uint8Array.from(labels), { seed, firstChunk });

function countOf(labels: readonly number[], indices: Iterable<number>): number[] {
  const counts: number[] = [];
  for (const index of indices) counts[labels[index] ?? 0] = (counts[labels[index] ?? 0] ?? 0) + 1;
  return counts;
}

describe("planSplit", () => {
  const uneven = Array.from({ length: 1200 }, (_, i) => (i < 1000 ? 0 : i < 1150 ? 1 : 2));

  it("tests on a tenth of each class", () => {
    const { train, test } = plan(uneven);
    expect(countOf(uneven, test)).toEqual([100, 15, 5]);
    expect(countOf(uneven, train)).toEqual([900, 135, 45]);
  });

  it("begins with as many of each class as there are of any", () => {
    const { train } = plan(uneven, 1, 120);
    expect(countOf(uneven, train.subarray(0, 120))).toEqual([40, 40, 40]);
  });

  it("mixes the classes within the first chunk and after it", () => {
    const { train } = plan(uneven, 1, 120);
    const labels = Array.from(train.subarray(0, 120), (index) => uneven[index]);
    expect(new Set(labels.slice(0, 20)).size).toBe(3);
  });

  it("gives the same for the same seed alone", () => {
    expect(plan(uneven)).toEqual(plan(uneven));
    expect(plan(uneven).train).not.toEqual(plan(uneven, 2).train);
  });

  it("uses every image once, and has both sorts where there are two images (any labels)", () => {
    const labels = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(labels, fc.integer({ min: 1, max: 80 }), (values, firstChunk) => {
        const { train, test } = plan(values, 3, firstChunk);
        const all = [...train, ...test].sort((a, b) => a - b);
        expect(all).toEqual(values.map((_, index) => index));
        expect(test.length).toBeGreaterThan(0);
        expect(train.length).toBeGreaterThan(0);
      }),
    );
  });
});
