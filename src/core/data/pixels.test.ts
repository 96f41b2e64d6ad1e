import { describe, expect, it } from "vitest";
import { prepareGivenInPlace, prepareInPlace } from "#/core/data/pixels.ts";
import { createRng } from "#/core/rng.ts";

const grey = () => Float32Array.of(0, 0.25, 0.5, 0.51, 0.75, 1);
const draws = (places: readonly number[]) => ({ rng: createRng(3).fork("binarise"), places });

it("thresholds above a half and standardises as tutorials do", () => {
  expect([...prepareInPlace("threshold", grey(), draws([0]))]).toEqual([0, 0, 0, 1, 1, 1]);
  const standard = prepareInPlace("standardise", Float32Array.of(0, 0.1307, 1), draws([0]));
  expect(standard[0]).toBeCloseTo(-0.4242, 4);
  expect(standard[1]).toBeCloseTo(0, 6);
  expect(standard[2]).toBeCloseTo(2.8215, 4);
  expect(prepareInPlace("grey", grey(), draws([0]))).toEqual(grey());
});

describe("binarising", () => {
  it("draws each pixel with its grey value for a probability", () => {
    const images = new Float32Array(40_000).fill(0.3);
    const places = Array.from({ length: 10_000 }, (_, i) => i);
    const drawn = prepareInPlace("binarise", images, draws(places));
    const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length;
    expect(drawn.every((x) => x === 0 || x === 1)).toBe(true);
    // Four standard errors.
    expect(Math.abs(mean - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 40_000));
  });

  it("leaves black and white alone, and repeats for the same place alone", () => {
    const sure = Float32Array.of(0, 1, 0, 1);
    expect(prepareInPlace("binarise", sure.slice(), draws([9]))).toEqual(sure);
    const image = () => new Float32Array(64).fill(0.5);
    const at = (places: readonly number[], images: Float32Array) =>
      prepareInPlace("binarise", images, draws(places));
    expect(at([5], image())).toEqual(at([5], image()));
    expect(at([5], image())).not.toEqual(at([6], image()));
    const both = Float32Array.from([...image(), ...image()]);
    expect(at([4, 5], both).subarray(64)).toEqual(at([5], image()));
  });

  it("draws a pixel at its own place, whatever the pixels before it are", () => {
    const greyEnd = (start: number) => new Float32Array(64).fill(start, 0, 32).fill(0.5, 32);
    const end = (start: number) => [
      ...prepareInPlace("binarise", greyEnd(start), draws([5])).subarray(32),
    ];
    expect(end(0)).toEqual(end(0.5));
    const stream = createRng(3).fork("binarise");
    stream.position = 5 * 64 + 32;
    expect(end(1)).toEqual(Array.from({ length: 32 }, () => (stream.uniform() < 0.5 ? 1 : 0)));
  });

  it("keeps grey values of images that are given", () => {
    expect(prepareGivenInPlace("binarise", grey())).toEqual(grey());
  });
});
