import { describe, expect, it } from "vitest";
import { movedPen, penRadius } from "#/features/draw/penMoves.ts";

const key = (name: string, more = {}) => ({ key: name, shiftKey: false, altKey: false, ...more });
const pen = { x: 14, y: 14, down: true };

describe("the pen by keyboard", () => {
  it("moves a pixel, four with Shift, a quarter with Alt", () => {
    expect(movedPen(pen, key("ArrowRight"), 28)).toEqual({ x: 15, y: 14, down: true });
    expect(movedPen(pen, key("ArrowUp", { shiftKey: true }), 28)?.y).toBe(10);
    expect(movedPen(pen, key("ArrowDown", { altKey: true }), 28)?.y).toBe(14.25);
    expect(movedPen(pen, key("a"), 28)).toBeNull();
  });

  it("stays on the pad", () => {
    expect(
      movedPen({ x: 27, y: 1, down: false }, key("ArrowRight", { shiftKey: true }), 28)?.x,
    ).toBe(28);
    expect(movedPen({ x: 27, y: 1, down: false }, key("ArrowUp", { shiftKey: true }), 28)?.y).toBe(
      0,
    );
  });
});

describe("penRadius", () => {
  it("follows the pressure of a pen, and of nothing else", () => {
    expect(penRadius(2, { pointerType: "mouse", pressure: 0.5 })).toBe(1);
    expect(penRadius(2, { pointerType: "pen", pressure: 1 })).toBe(1.5);
    expect(penRadius(2, { pointerType: "pen", pressure: 0 })).toBe(1);
  });
});
