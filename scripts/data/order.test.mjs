import { expect, it } from "vitest";
import { balancedFirst, chunkCounts, packMask } from "./order.mjs";

it("puts the same number of each class first and keeps the order otherwise", () => {
  const { order, first } = balancedFirst([1, 1, 0, 1, 0, 0], 2);
  expect(order).toEqual([0, 1, 2, 4, 3, 5]);
  expect(first).toEqual([true, true, true, false, true, false]);
});

it("packs which were first, so that the source's order can be had back", () => {
  const { order, first } = balancedFirst([1, 1, 0, 1, 0, 0], 2);
  const mask = Buffer.from(packMask(first), "base64");
  const isFirst = (/** @type {number} */ i) => ((mask[i >> 3] ?? 0) >> (i & 7)) & 1;
  const indices = [0, 1, 2, 3, 4, 5];
  expect([...indices.filter(isFirst), ...indices.filter((i) => !isFirst(i))]).toEqual(order);
});

it("cuts what follows the first chunk into even parts", () => {
  expect(chunkCounts(60000, 6000, 9000)).toEqual([6000, 9000, 9000, 9000, 9000, 9000, 9000]);
  expect(chunkCounts(100, 10, 40)).toEqual([10, 30, 30, 30]);
  expect(chunkCounts(10, 10, 40)).toEqual([10]);
});
