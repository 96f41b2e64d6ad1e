import { expect, it } from "vitest";
import type { OwnOptions } from "#/core/data/ownImages.ts";
import { resizeOptions } from "#/worker/import/host/square.ts";

const options: OwnOptions = { size: 32, crop: "centre", colour: "colour", background: "black" };
const quality = { resizeQuality: "high" };

it.each([
  ["tall, cropped", 178, 218, "centre", { ...quality, resizeWidth: 32 }],
  ["wide, cropped", 218, 178, "centre", { ...quality, resizeHeight: 32 }],
  ["tall, whole", 178, 218, "fit", { ...quality, resizeHeight: 32 }],
  ["wide, whole", 218, 178, "fit", { ...quality, resizeWidth: 32 }],
  ["small", 20, 16, "fit", {}],
  ["small in the side that counts", 400, 30, "centre", {}],
  // 8192 × 40 shrunk to a height of 32 by name of that side would still be 6,554 long: harmless;
  // 8192 × 1 grown to it would be 262,144.
  ["a hair", 8192, 40, "centre", {}],
] as const)("shrinks a picture that is %s", (_, width, height, crop, expected) => {
  expect(resizeOptions({ width, height }, { ...options, crop })).toEqual(expected);
});
