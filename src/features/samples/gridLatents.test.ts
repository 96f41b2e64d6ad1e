import { describe, expect, it } from "vitest";
import { cellLatent, gridLatents } from "#/features/samples/gridLatents.ts";

describe("gridLatents", () => {
  it("lets columns grow to the right and rows downwards", () => {
    const z = gridLatents({ n: 2, p: 0.158655, dims: [0, 1] }, [9, 9]);
    const expected = [-1, -1, 1, -1, -1, 1, 1, 1];
    expect([...z].map((value) => Math.round(value * 100) / 100)).toEqual(expected);
  });

  it("keeps the other coordinates, whichever two are asked for", () => {
    const z = gridLatents({ n: 2, p: 0.158655, dims: [2, 0] }, [7, 0.25, 7]);
    expect(z[1]).toBe(0.25);
    expect(z[3 * 3 + 1]).toBe(0.25);
    expect(z[3 + 2]).toBeCloseTo(1, 4);
    expect(z[3 + 0]).toBeCloseTo(-1, 4);
  });

  it("is z = 0 for a single cell", () => {
    expect([...gridLatents({ n: 1, p: 0.05, dims: [0, 1] }, [1, 2])]).toEqual([0, 0]);
  });

  it("lets the first dimension win where both are the same", () => {
    expect(cellLatent([-1, 1], [0, 0], [5], 1)).toEqual([1]);
  });
});
