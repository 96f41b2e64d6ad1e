import { describe, expect, it } from "vitest";
import { presetConfig } from "#/core/experiment/presets.ts";
import { figureOf, displayInPlace } from "#/core/objective/display.ts";
import { sigmoid } from "#/core/objective/bernoulli.ts";
import { asPairs } from "#/state/pairs.ts";

const images = Float32Array.of(0, 1, 0.5);

describe("asPairs", () => {
  it("leaves stored pixels and probabilities as they are", () => {
    const reconstructions = Float32Array.of(0.25, 0.75, 0.5);
    const pairs = asPairs(presetConfig("mnist-dense-20"), images, {
      images: reconstructions,
      figure: null,
    });
    expect(pairs.originals).toEqual(images);
    expect([...pairs.difference]).toEqual([0.25, -0.25, 0]);
  });

  it("draws originals pale in a figure of logits, and keeps the difference true", () => {
    const logits = Float32Array.of(-11, 3, 0);
    const figure = figureOf("autoscaled", logits);
    const shown = displayInPlace("autoscaled", logits.slice(), figure);
    const pairs = asPairs(presetConfig("mnist-sigmoid-b"), images, { images: shown, figure });
    // 0 and 1 lie at 11/14 and 12/14 of a range from −11 to 3.
    expect(pairs.originals[0]).toBeCloseTo(11 / 14, 5);
    expect(pairs.originals[1]).toBeCloseTo(12 / 14, 5);
    expect(pairs.difference[0]).toBeCloseTo(sigmoid(-11), 5);
    expect(pairs.difference[1]).toBeCloseTo(sigmoid(3) - 1, 5);
    expect([...images]).toEqual([0, 1, 0.5]);
  });

  it("shows what the network was given: thresholded originals", () => {
    const config = presetConfig("mnist-dense-20");
    const data = { ...config.data, pixels: "threshold" } as const;
    const drawn = { images: Float32Array.of(0, 1, 1), figure: null };
    const pairs = asPairs({ ...config, data }, Float32Array.of(0.2, 0.6, 0.5), drawn);
    expect([...pairs.originals]).toEqual([0, 1, 0]);
    expect([...pairs.difference]).toEqual([0, 0, 1]);
  });
});
