import { describe, expect, it } from "vitest";
import { drawPairs, pairLayout } from "#/features/reconstruct/pairSheet.ts";

describe("pairLayout", () => {
  it("stands ten pairs a row, enlarged by whole device pixels", () => {
    expect(pairLayout(100, [28, 28, 1], 760, 1)).toEqual({
      ...{ columns: 10, rows: 10, width: 580, height: 300, scale: 1 },
    });
    expect(pairLayout(100, [28, 28, 1], 1200, 1).scale).toBe(2);
    expect(pairLayout(100, [28, 28, 1], 380, 3).scale).toBe(1);
  });

  it("takes five a row where ten are too wide", () => {
    expect(pairLayout(100, [64, 64, 3], 700, 1)).toMatchObject({ columns: 5, rows: 20, scale: 1 });
  });
});

describe("drawPairs", () => {
  it("puts the reconstruction left of its original, with a gap after both", () => {
    const layout = pairLayout(2, [1, 1, 1], 100, 1);
    const pictures = {
      originals: Float32Array.of(1, 0),
      reconstructions: Float32Array.of(0, 1),
      count: 2,
    };
    const rgba = drawPairs(pictures, [1, 1, 1], layout, false);
    const red = (x: number) => rgba[4 * x];
    const alpha = (x: number) => rgba[4 * x + 3];
    expect([0, 1, 4, 5].map(red)).toEqual([0, 255, 255, 0]);
    expect([0, 1, 2, 3, 4, 5, 6, 8].map(alpha)).toEqual([255, 255, 0, 0, 255, 255, 0, 0]);
  });
});
