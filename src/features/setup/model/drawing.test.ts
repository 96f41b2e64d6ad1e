import { expect, it } from "vitest";
import { blockNumbersText } from "#/core/model/blockNumbers.ts";
import { blockWidth, drawingWidth, shapeText } from "#/features/setup/model/drawing.ts";

it("grows with the log of the units and stays in the column", () => {
  const widths = [1, 2, 20, 400, 784, 8192, 65_536].map(blockWidth);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(Math.max(...widths)).toBeLessThan(drawingWidth);
  expect(blockWidth(64) - blockWidth(32)).toBe(blockWidth(2048) - blockWidth(1024));
});

it("writes shapes and sizes as the field does", () => {
  expect(shapeText([28, 28, 1])).toBe("28×28×1");
  expect(shapeText([400])).toBe("400");
  const filters = { filters: 32, kernel: 3, activation: "relu" } as const;
  expect(blockNumbersText({ kind: "conv", stride: 2, ...filters })).toBe("32 · 3×3 ↓2");
  expect(blockNumbersText({ kind: "convTranspose", stride: 2, ...filters })).toBe("32 · 3×3 ↑2");
  expect(blockNumbersText({ kind: "conv", stride: 1, ...filters })).toBe("32 · 3×3");
});
