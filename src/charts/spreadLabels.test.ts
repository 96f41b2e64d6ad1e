import { expect, it } from "vitest";
import fc from "fast-check";
import { spreadLabels } from "#/charts/spreadLabels.ts";

it("leaves labels alone where there is room", () => {
  expect(spreadLabels([10, 60, 30], 12, 0, 100)).toEqual([10, 60, 30]);
});

it("keeps labels apart, in order and inside", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 }),
      (wanted) => {
        const placed = spreadLabels(wanted, 13, 0, 200);
        const sorted = [...placed].sort((a, b) => a - b);
        for (let i = 1; i < sorted.length; i++) {
          expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-9);
        }
        expect(sorted[0]).toBeGreaterThanOrEqual(0);
        expect(sorted.at(-1)).toBeLessThanOrEqual(200);
      },
    ),
  );
});
