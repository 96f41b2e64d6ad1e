import { describe, expect, it } from "vitest";
import { colourSquare, inkSquare, type Picture } from "#/core/data/picture.ts";

/** `value` everywhere but for a middle block of `middle`. */
function picture(side: number, value: number, middle: number): Picture {
  const pixels = new Float32Array(side * side * 3).fill(value);
  for (let i = side / 4; i < (3 * side) / 4; i++) {
    for (let j = side / 4; j < (3 * side) / 4; j++)
      pixels.fill(middle, 3 * (i * side + j), 3 * (i * side + j) + 3);
  }
  return { height: side, width: side, pixels };
}

describe("a picture from elsewhere", () => {
  it("is ink, whichever of the two is dark", () => {
    const onPaper = inkSquare(picture(16, 1, 0), 8);
    expect(onPaper).toEqual(inkSquare(picture(16, 0, 1), 8));
    expect(onPaper[0]).toBe(0);
    expect(onPaper[4 * 8 + 4]).toBeCloseTo(1, 6);
  });

  it("lies whole on an empty square", () => {
    const wide = { height: 4, width: 8, pixels: new Float32Array(96).fill(0.25) };
    const out = inkSquare(wide, 8);
    expect([...out.subarray(0, 8)]).toEqual(new Array(8).fill(0));
    expect(out[4 * 8]).toBeCloseTo(0.25, 6);
  });

  it("is cut to its middle in colour", () => {
    const pixels = new Float32Array(4 * 8 * 3);
    for (let i = 0; i < 4; i++) pixels.fill(1, (i * 8 + 2) * 3, (i * 8 + 6) * 3);
    expect(colourSquare({ height: 4, width: 8, pixels }, 2)).toEqual(new Float32Array(12).fill(1));
  });
});
