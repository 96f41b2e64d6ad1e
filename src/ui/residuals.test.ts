import { describe, expect, it } from "vitest";
import { rgbOf, signedDifference, spreadInInk } from "#/ui/residuals.ts";

const scale = {
  negative: rgbOf("#762A83"),
  zero: rgbOf("#FFFFFF"),
  positive: rgbOf("#1B7837"),
};

describe("signedDifference", () => {
  it("is the plane where nothing differs, purple for too little, green for too much", () => {
    const difference = Float32Array.of(0, -1, 1);
    const picture = { pixels: 3, channels: 1, offset: 0 };
    expect([...signedDifference(difference, picture, scale)]).toEqual([
      255, 255, 255, 255, 118, 42, 131, 255, 27, 120, 55, 255,
    ]);
  });

  it("averages the channels of colour and reads from its offset", () => {
    const difference = Float32Array.of(9, 9, 9, 1, 0, 0.5);
    const [red, green, blue] = signedDifference(
      difference,
      { pixels: 1, channels: 3, offset: 3 },
      { ...scale, zero: [0, 0, 0] },
    );
    expect([red, green, blue]).toEqual([14, 60, 28]);
  });
});

describe("spreadInInk", () => {
  it("is paper at 0 and full ink at 0.5", () => {
    const rgba = spreadInInk(
      Float32Array.of(0, 0.5, 0.25),
      { pixels: 3, channels: 1, offset: 0 },
      [255, 255, 255],
      [15, 15, 15],
    );
    expect([rgba[0], rgba[4], rgba[8]]).toEqual([255, 15, 135]);
  });
});
