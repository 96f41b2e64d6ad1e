import { expect, it } from "vitest";
import { streamPlace } from "#/engine/compiled/streamPlace.ts";

it("gives a place as two words, low one first, up to 2⁵³", () => {
  expect(streamPlace([7, 9], 5)).toEqual([7, 9, 5, 0]);
  expect(streamPlace([7, 9], 2 ** 33 + 5)).toEqual([7, 9, 5, 2]);
  expect(streamPlace([7, 9], 2 ** 53 - 1)).toEqual([7, 9, 2 ** 32 - 1, 2 ** 21 - 1]);
});
