import { expect, it } from "vitest";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { landmarksOf } from "#/core/metrics/landmarks.ts";

const mnist = {
  shape: [28, 28, 1],
  landmarks: { meanImageEntropy: 206, greyEntropyFloor: 46 },
} as const;

function marks(patch: ExperimentPatch) {
  const config = applyPatch(presetConfig("mnist-dense-2"), patch);
  if (!config.ok) throw new Error(config.error.message);
  return landmarksOf(config.value, mnist);
}

const untrained = 784 * Math.LN2;

it("gives grey pixels all three", () => {
  expect(marks({})).toEqual({ untrained, meanImage: 206, floor: 46 });
});

it("gives black and white pixels a floor of 0, and the mean image where it is known", () => {
  expect(marks({ data: { pixels: "binarise" } })).toEqual({ untrained, meanImage: 206, floor: 0 });
  expect(marks({ data: { pixels: "threshold" } })).toEqual({
    untrained,
    meanImage: null,
    floor: 0,
  });
});

it("has none for standardised pixels, and only what holds for others", () => {
  const none = { untrained: null, meanImage: null, floor: null };
  expect(marks({ data: { pixels: "standardise" } })).toEqual(none);
  const resized = 32 * 32 * Math.LN2;
  expect(marks({ data: { size: "32" } })).toEqual({ ...none, untrained: resized });
  expect(marks({ data: { size: "28" } }).meanImage).toBe(206);
  expect(marks({ model: { condition: "label" } }).meanImage).toBeNull();
});

it("claims no start at ½ for models that do not start there", () => {
  expect(marks({ objective: { sigmoid: "twice" } }).untrained).toBeNull();
  expect(marks({ objective: { likelihood: "gaussian", sigmoid: "stable" } }).untrained).toBeNull();
  expect(marks({ objective: { likelihood: "gaussian", sigmoid: "output" } }).untrained).toBe(
    untrained,
  );
});
