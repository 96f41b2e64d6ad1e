import { expect, it } from "vitest";
import { createLandmarkSums } from "#/data/own/landmarks.ts";

it("gives by parts what the whole gives", () => {
  // Two pixels: one always 0 or 255 (mean ½, itself certain), one always 51 (p = 0.2).
  const sums = createLandmarkSums(2);
  sums.add(Uint8Array.of(0, 51, 255, 51));
  sums.add(Uint8Array.of(255, 51, 0, 51));
  const fifth = -0.2 * Math.log(0.2) - 0.8 * Math.log(0.8);
  const { meanImageEntropy, greyEntropyFloor } = sums.result();
  expect(meanImageEntropy).toBeCloseTo(Math.log(2) + fifth, 12);
  expect(greyEntropyFloor).toBeCloseTo(fifth, 12);
});
