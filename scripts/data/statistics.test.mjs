import { expect, it } from "vitest";
import { landmarks } from "./statistics.mjs";

it("gives the mean image's cross-entropy and the grey pixels' own", () => {
  // Two images of two pixels: the first always black or white, the second always at 0.2 (51 / 255).
  const { meanImageEntropy, greyEntropyFloor } = landmarks(Uint8Array.of(0, 51, 255, 51), 2);
  const atFifth = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8));
  expect(meanImageEntropy).toBeCloseTo(Math.LN2 + atFifth, 12);
  expect(greyEntropyFloor).toBeCloseTo(atFifth, 12);
});
