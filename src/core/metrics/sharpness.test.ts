import { describe, expect, it } from "vitest";
import { sharpness } from "#/core/metrics/sharpness.ts";

/** [5 × 5], one white pixel in the middle. */
const dot = Float32Array.from({ length: 25 }, (_, i) => (i === 12 ? 1 : 0));

/** Each pixel becomes the mean of itself and its four neighbours. */
function blurred(image: Float32Array, side: number): Float32Array {
  return image.map((x, i) => {
    const near = [i - 1, i + 1, i - side, i + side].map((j) => image[j] ?? 0);
    return (x + near.reduce((sum, y) => sum + y, 0)) / 5;
  });
}

describe("sharpness", () => {
  it("is worked out by hand for one white pixel", () => {
    // Inside: −4 once, 1 four times, 0 four times: mean 0, mean square (16 + 4) / 9.
    expect(sharpness(dot, 1, [5, 5, 1])).toBeCloseTo(20 / 9, 12);
  });

  it("falls under blur, and is nothing for even grey and even slopes", () => {
    expect(sharpness(blurred(dot, 5), 1, [5, 5, 1])).toBeLessThan(0.3);
    expect(sharpness(new Float32Array(25).fill(0.5), 1, [5, 5, 1])).toBe(0);
    const slope = Float32Array.from({ length: 25 }, (_, i) => (i % 5) / 4);
    expect(sharpness(slope, 1, [5, 5, 1])).toBeCloseTo(0, 12);
  });

  it("means over images, and takes bytes and channels as it takes grey", () => {
    const two = new Float32Array(50);
    two.set(dot);
    expect(sharpness(two, 2, [5, 5, 1])).toBeCloseTo(10 / 9, 12);
    const bytes = Uint8Array.from(dot, (x) => 255 * x);
    expect(sharpness(bytes, 1, [5, 5, 1])).toBeCloseTo(20 / 9, 12);
    const colour = Float32Array.from({ length: 75 }, (_, i) => dot[Math.floor(i / 3)]!);
    expect(sharpness(colour, 1, [5, 5, 3])).toBeCloseTo(20 / 9, 12);
  });

  it("has nothing to say of no images and of slivers", () => {
    expect(sharpness(new Float32Array(), 0, [5, 5, 1])).toBe(0);
    expect(sharpness(Float32Array.from([0, 1, 0, 1]), 1, [2, 2, 1])).toBe(0);
  });
});
