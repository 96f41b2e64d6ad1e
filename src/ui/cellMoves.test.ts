import { describe, expect, it } from "vitest";
import { cellAt, movedCell } from "#/ui/cellMoves.ts";

const sheet = { rows: 10, columns: 10 };

describe("movedCell", () => {
  it("moves by one cell, by five with Shift, and stops at the rim", () => {
    expect(movedCell(sheet, 55, "ArrowRight", false)).toBe(56);
    expect(movedCell(sheet, 55, "ArrowUp", true)).toBe(5);
    expect(movedCell(sheet, 59, "ArrowRight", true)).toBe(59);
    expect(movedCell(sheet, 3, "ArrowUp", false)).toBe(3);
  });

  it("goes to the ends of row and column", () => {
    expect(movedCell(sheet, 55, "Home", false)).toBe(50);
    expect(movedCell(sheet, 55, "End", false)).toBe(59);
    expect(movedCell(sheet, 55, "PageUp", false)).toBe(5);
    expect(movedCell(sheet, 55, "PageDown", false)).toBe(95);
  });

  it("leaves other keys alone", () => {
    expect(movedCell(sheet, 55, "Tab", false)).toBeNull();
  });
});

describe("cellAt", () => {
  it("counts row by row from the top left", () => {
    expect(cellAt(sheet, 0, 0)).toBe(0);
    expect(cellAt(sheet, 0.95, 0.05)).toBe(9);
    expect(cellAt(sheet, 0.05, 0.95)).toBe(90);
  });

  it("clamps the rim", () => {
    expect(cellAt(sheet, 1, 1)).toBe(99);
    expect(cellAt(sheet, -0.1, 0.5)).toBe(50);
  });
});
