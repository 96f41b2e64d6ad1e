import { expect, it } from "vitest";
import {
  meanAbsolute,
  signedRgba,
  signedScale,
  subtract,
} from "#/features/compare/signedPicture.ts";

it("subtracts in units of the whole range, bytes or not", () => {
  const apart = subtract(Uint8Array.of(255, 0), Float32Array.of(0.25, 0.5));
  expect([...(apart ?? [])]).toEqual([0.75, -0.5]);
  expect(meanAbsolute(apart ?? new Float32Array(0))).toBe(0.625);
  expect(subtract(Float32Array.of(1), Float32Array.of(1, 1))).toBeNull();
  expect(subtract(null, Float32Array.of(1))).toBeNull();
});

it("is purple where there is less, green where there is more, the plane where nothing differs", () => {
  const rgba = signedRgba(Float32Array.of(-1, 0, 1), [1, 3, 1], 0, signedScale("light"));
  expect([...rgba]).toEqual([118, 42, 131, 255, 255, 255, 255, 255, 27, 120, 55, 255]);
});
