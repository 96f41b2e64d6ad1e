import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { encodePng } from "./png.mjs";

it.each([
  [1, 0],
  [3, 2],
])("writes header and rows for %i channel(s)", (channels, colourType) => {
  const pixels = Uint8Array.from({ length: 6 * channels }, (_, i) => i);
  const png = encodePng(pixels, 3, 2, channels);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([
    3,
    2,
    8,
    colourType,
  ]);
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const stride = 3 * channels;
  expect([...rows]).toEqual([0, ...pixels.subarray(0, stride), 0, ...pixels.subarray(stride)]);
});
