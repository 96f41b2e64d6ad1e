import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sheetSize } from "#/features/samples/sheetSize.ts";

describe("sheetSize", () => {
  it("gives cells of whole multiples of the picture", () => {
    expect(sheetSize(10, 28, 476, 1, 56)).toMatchObject({ cssSide: 280, averaged: false });
    expect(sheetSize(10, 28, 600, 1, 56)).toMatchObject({ cssSide: 560, averaged: false });
    expect(sheetSize(10, 28, 476, 2, 56)).toMatchObject({ side: 840, cssSide: 420 });
  });

  it("does not blow a few cells up beyond the largest", () => {
    expect(sheetSize(2, 28, 476, 1, 56).cssSide).toBe(112);
  });

  it("averages rather than overflow", () => {
    expect(sheetSize(30, 28, 476, 1, 56)).toMatchObject({ cssSide: 450, averaged: true });
  });

  it("always fits, with equal cells", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 60, max: 1200 }),
        fc.constantFrom(1, 1.25, 1.5, 2, 3),
        (n, available, ratio) => {
          const { edges, side, cssSide } = sheetSize(n, 28, available, ratio, 56);
          const cell = edges[1] ?? 0;
          const equal = edges.every((edge, i) => edge === i * cell);
          return equal && side === n * cell && cssSide <= available && cell >= 1;
        },
      ),
    );
  });
});
