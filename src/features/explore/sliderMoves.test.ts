import { describe, expect, it } from "vitest";
import { movedCoordinate, parseCoordinate } from "#/features/explore/sliderMoves.ts";

const plain = { shiftKey: false, altKey: false };

describe("movedCoordinate", () => {
  it("steps by 0.1, with Shift 0.5, with Alt 0.01", () => {
    expect(movedCoordinate(0.5, "ArrowRight", plain)).toBe(0.6);
    expect(movedCoordinate(0.5, "ArrowDown", { ...plain, shiftKey: true })).toBe(0);
    expect(movedCoordinate(0.5, "ArrowLeft", { ...plain, altKey: true })).toBe(0.49);
  });

  it("stops at ±3, and from beyond leads inwards alone", () => {
    expect(movedCoordinate(2.95, "ArrowUp", plain)).toBe(3);
    expect(movedCoordinate(-4, "ArrowLeft", plain)).toBe(-4);
    expect(movedCoordinate(-4, "ArrowRight", plain)).toBe(-3.9);
  });

  it("knows the ends and zero, and leaves other keys alone", () => {
    expect(movedCoordinate(1, "Home", plain)).toBe(-3);
    expect(movedCoordinate(1, "End", plain)).toBe(3);
    expect(movedCoordinate(1, "0", plain)).toBe(0);
    expect(movedCoordinate(1, "Tab", plain)).toBeNull();
  });
});

describe("parseCoordinate", () => {
  it("reads numbers, with a hyphen or a true minus", () => {
    expect(parseCoordinate(" 0.53 ")).toBe(0.53);
    expect(parseCoordinate("−1.2")).toBe(-1.2);
    expect(parseCoordinate("-1.2")).toBe(-1.2);
    expect(parseCoordinate("0")).toBe(0);
  });

  it.each(["", " ", "abc", "1e9", "NaN", "Infinity", "15.01", "1,5"])("refuses %j", (text) => {
    expect(parseCoordinate(text)).toBeNull();
  });
});
