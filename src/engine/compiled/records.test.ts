import { expect, it } from "vitest";
import { packRecords } from "#/engine/compiled/records.ts";

const chunk = {
  ...{ start: 10, count: 3 },
  pixels: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
  labels: Uint8Array.of(71, 72, 73),
};

it("packs images with their labels into whole words", () => {
  const into = new Uint8Array(16);
  packRecords({ bytes: 4, pixels: 3, labelled: true }, chunk, 1, 2, into, 4);
  expect([...into]).toEqual([0, 0, 0, 0, 4, 5, 6, 72, 7, 8, 9, 73, 0, 0, 0, 0]);
});

it("leaves labels out where the model takes none", () => {
  const into = new Uint8Array(12);
  packRecords({ bytes: 4, pixels: 3, labelled: false }, chunk, 0, 3, into);
  expect([...into]).toEqual([1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0]);
});
