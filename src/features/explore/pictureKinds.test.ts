import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pixelDice, pixelSpread, samplePixels } from "#/features/explore/pictureKinds.ts";

describe("samplePixels", () => {
  it("never inks a pixel of probability 0 and always one of probability 1", () => {
    const dice = pixelDice(3, 100);
    expect([...samplePixels(new Float32Array(100), dice)]).toEqual(Array(100).fill(0));
    expect([...samplePixels(new Float32Array(100).fill(1), dice)]).toEqual(Array(100).fill(1));
  });

  it("inks as often as the mean says", () => {
    const sample = samplePixels(new Float32Array(20_000).fill(0.3), pixelDice(1, 20_000));
    expect(sample.reduce((a, b) => a + b, 0) / 20_000).toBeCloseTo(0.3, 1);
  });

  it("keeps its dice for a seed, so a rising mean only adds ink", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.double({ min: 0, max: 0.5 }),
        (seed, p) => {
          const low = samplePixels(new Float32Array(50).fill(p), pixelDice(seed, 50));
          const high = samplePixels(new Float32Array(50).fill(p + 0.5), pixelDice(seed, 50));
          return low.every((x, i) => x <= (high[i] ?? 0));
        },
      ),
    );
  });
});

describe("pixelSpread", () => {
  it("is √(p(1−p))", () => {
    const [none, most, some] = pixelSpread(Float32Array.of(0, 0.5, 0.9));
    expect(none).toBe(0);
    expect(most).toBeCloseTo(0.5, 6);
    expect(some).toBeCloseTo(0.3, 6);
  });
});
