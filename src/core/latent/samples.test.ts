import { describe, expect, it } from "vitest";
import { sampleCount, sampleLatents } from "#/core/latent/samples.ts";

describe("sampleLatents", () => {
  it("is a function of the seed alone", () => {
    expect(sampleLatents(3, 2)).toEqual(sampleLatents(3, 2));
    expect(sampleLatents(3, 2)).not.toEqual(sampleLatents(4, 2));
    expect(sampleLatents(3, 20)).toHaveLength(sampleCount * 20);
  });

  it("is standard normal", () => {
    const z = sampleLatents(1, 50);
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
    const variance = z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / z.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
