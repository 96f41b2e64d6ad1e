import { describe, expect, it } from "vitest";
import {
  beginStroke,
  drawingOn,
  emptyDrawing,
  extendStroke,
  isBlank,
  modelInput,
  undoStroke,
} from "#/core/data/drawing.ts";

const pen = (x: number, y: number, radius = 1) => ({ x, y, radius });
const total = (ink: Float32Array) => ink.reduce((sum, x) => sum + x, 0);

describe("a drawing", () => {
  it("leaves as much ink as the pen covers", () => {
    const dot = beginStroke(emptyDrawing(28), pen(14, 14), false);
    // A disc of radius 1, on a raster four times finer a side.
    expect(total(dot.ink) / 16).toBeCloseTo(Math.PI, 0);
    const line = extendStroke(dot, pen(20, 14));
    expect(total(line.ink) / 16).toBeCloseTo(Math.PI + 12, 0);
    expect(modelInput(line, false)[14 * 28 + 17]).toBeCloseTo(1, 1);
  });

  it("takes a stroke back, and the ground stays", () => {
    const first = extendStroke(beginStroke(emptyDrawing(28), pen(3, 3), false), pen(9, 3));
    const second = beginStroke(first, pen(20, 20), false);
    expect(undoStroke(second).ink).toEqual(first.ink);
    expect(isBlank(undoStroke(undoStroke(second)))).toBe(true);
  });

  it("goes on with a stroke without writing it again, and takes all of it back", () => {
    const under = beginStroke(emptyDrawing(28), pen(3, 20, 2), false);
    let drawn = beginStroke(under, pen(2, 2), false);
    for (let i = 1; i < 24; i++) {
      const before = drawn.strokes.at(-1)?.path;
      drawn = extendStroke(drawn, pen(2 + i, 2 + ((i * 7) % 11), 1 + (i % 3)));
      expect(drawn.strokes.at(-1)?.path.before).toBe(before);
    }
    const over = beginStroke(drawn, pen(20, 20), true);
    expect(undoStroke(over).ink).toEqual(drawn.ink);
    expect(undoStroke(drawn).ink).toEqual(under.ink);
  });

  it("erases", () => {
    const drawn = beginStroke(emptyDrawing(28), pen(14, 14, 2), false);
    const erased = beginStroke(drawn, pen(14, 14, 4), true);
    expect(total(erased.ink)).toBe(0);
    expect(undoStroke(erased).ink).toEqual(drawn.ink);
  });

  it("gives a picture back as it was put under the pen", () => {
    const picture = Float32Array.from({ length: 784 }, (_, i) => ((i * 37) % 100) / 100);
    const given = modelInput(drawingOn(28, picture), false);
    given.forEach((x, i) => expect(x).toBeCloseTo(picture[i] ?? NaN, 6));
  });

  it("keeps to the pad where the pen leaves it", () => {
    const out = extendStroke(beginStroke(emptyDrawing(28), pen(27, 27), false), pen(40, 40));
    expect(out.ink.every((x) => x >= 0 && x <= 1)).toBe(true);
    expect(extendStroke(emptyDrawing(28), pen(1, 1)).strokes).toHaveLength(0);
  });
});
