import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pixelScale, toRgba } from "./pixels.ts";

describe("toRgba", () => {
  it("repeats grey in three channels, opaque", () => {
    expect([...toRgba(new Uint8Array([0, 128]), [1, 2, 1])]).toEqual([
      0, 0, 0, 255, 128, 128, 128, 255,
    ]);
  });

  it("scales floats and clamps what lies outside", () => {
    expect([...toRgba(new Float32Array([-1, 0.2, 7]), [1, 1, 3])]).toEqual([0, 51, 255, 255]);
  });

  it("inverts ink to dark on paper", () => {
    expect([...toRgba(new Float32Array([1]), [1, 1, 1], { invert: true })]).toEqual([0, 0, 0, 255]);
  });

  it("takes one picture out of many", () => {
    expect([...toRgba(new Uint8Array([1, 2, 3]), [1, 1, 1], { offset: 2 })]).toEqual([
      3, 3, 3, 255,
    ]);
  });

  it("refuses a picture that is too short", () => {
    expect(() => toRgba(new Uint8Array(3), [2, 2, 1])).toThrow(RangeError);
  });
});

describe("pixelScale", () => {
  it("gives 28 px cells a whole multiple at 224", () => {
    expect(pixelScale([28, 28, 1], 224, 1)).toEqual({ scale: 8, cssWidth: 224, cssHeight: 224 });
  });

  it("never exceeds the size it is given, and every pixel is whole device pixels", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 64, max: 500 }),
        fc.constantFrom(1, 1.25, 1.5, 2, 3),
        (side, size, ratio) => {
          const { scale, cssWidth } = pixelScale([side, side, 1], size, ratio);
          expect(Number.isInteger(scale)).toBe(true);
          expect(cssWidth).toBeLessThanOrEqual(size + 1e-9);
        },
      ),
    );
  });
});
