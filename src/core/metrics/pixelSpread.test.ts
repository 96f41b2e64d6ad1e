import { expect, it } from "vitest";
import { pixelSpread, sampleDiversity } from "#/core/metrics/pixelSpread.ts";

// Two images of three pixels: equal, 0 and 1, 0.25 and 0.75.
const pair = Float32Array.of(0.5, 0, 0.25, 0.5, 1, 0.75);

it("is the standard deviation of each pixel over images", () => {
  expect([...pixelSpread(pair, 2)]).toEqual([0, 0.5, 0.25]);
});

it("is averaged over pixels to one number", () => {
  expect(sampleDiversity(pair, 2)).toBeCloseTo(0.25, 7);
});

it("says the same of bytes", () => {
  const bytes = Uint8Array.from(pair, (x) => Math.round(255 * x));
  expect(sampleDiversity(bytes, 2)).toBeCloseTo(0.25, 2);
});

it("is 0 for equal images, and for none", () => {
  expect(sampleDiversity(new Float32Array(6).fill(0.3), 2)).toBe(0);
  expect(sampleDiversity(new Float32Array(0), 0)).toBe(0);
});
