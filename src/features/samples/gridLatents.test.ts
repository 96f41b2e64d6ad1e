import { describe, expect, it } from "vitest";
import { cellLatent, gridLatents } from "#/features/samples/gridLatents.ts";

const rounded = (z: ArrayLike<number>) => Array.from(z, (value) => Math.round(value * 100) / 100);
const choice = { n: 2, p: 0.158655, dims: [0, 1], rows: "down" } as const;

describe("gridLatents", () => {
  it("lets columns grow to the right and rows downwards", () => {
    expect(rounded(gridLatents(choice, [9, 9]))).toEqual([-1, -1, 1, -1, -1, 1, 1, 1]);
  });

  it("lets rows grow upwards, as on the plane", () => {
    const up = { ...choice, rows: "up" } as const;
    expect(rounded(gridLatents(up, [9, 9]))).toEqual([-1, 1, 1, 1, -1, -1, 1, -1]);
    expect(rounded(cellLatent(up, [9, 9], 1))).toEqual([1, 1]);
  });

  it("keeps the other coordinates, whichever two are asked for", () => {
    const z = gridLatents({ ...choice, dims: [2, 0] }, [7, 0.25, 7]);
    expect(z[1]).toBe(0.25);
    expect(z[3 * 3 + 1]).toBe(0.25);
    expect(z[3 + 2]).toBeCloseTo(1, 4);
    expect(z[3 + 0]).toBeCloseTo(-1, 4);
  });

  it("is z = 0 for a single cell", () => {
    expect([...gridLatents({ ...choice, n: 1 }, [1, 2])]).toEqual([0, 0]);
  });

  it("lets the first dimension win where both are the same", () => {
    expect(rounded(cellLatent({ ...choice, dims: [0, 0] }, [5], 1))).toEqual([1]);
  });

  it("spans 0.05 to 0.95 of the prior in ten steps, S2's figure", () => {
    const z = gridLatents({ n: 10, p: 0.05, dims: [0, 1], rows: "down" }, [0, 0]);
    expect(z[0]).toBeCloseTo(-1.6449, 4);
    expect(z[1]).toBeCloseTo(-1.6449, 4);
    expect(z[2]).toBeCloseTo(-1.0364, 4);
    expect(z[2 * 90 + 1]).toBeCloseTo(1.6449, 4);
  });
});
