import { describe, expect, it } from "vitest";
import { pixelSpread, signedDifference } from "#/features/latent/cardPixels.ts";
import { palette } from "#/ui/palette.ts";

describe("pictures of a card", () => {
  it("are the plane where equal, purple where too low, green where too high", () => {
    const rgb = signedDifference(Float32Array.of(0, -1, 1), [1, 3, 1], palette.light);
    expect([...rgb.slice(0, 3)]).toEqual([1, 1, 1]);
    expect([...rgb.slice(3, 6)].map((x) => Math.round(255 * x))).toEqual([0x76, 0x2a, 0x83]);
    expect([...rgb.slice(6, 9)].map((x) => Math.round(255 * x))).toEqual([0x1b, 0x78, 0x37]);
  });

  it("show the standard deviation of each pixel as ink, 0.5 in full", () => {
    const spread = pixelSpread([Float32Array.of(0, 0.2), Float32Array.of(1, 0.2)], [1, 2, 1]);
    expect(spread[0]).toBeCloseTo(1, 6);
    expect(spread[1]).toBeCloseTo(0, 3);
    expect([...pixelSpread([Float32Array.of(1, 1)], [1, 2, 1])]).toEqual([0, 0]);
  });
});
