import { expect, it } from "vitest";
import { tinyEntry } from "#/core/data/testing/tinySet.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { presetPatch, takeSet } from "#/features/setup/data/own/takeSet.ts";

const digits = {
  ...tinyEntry,
  id: "mnist",
  shape: [28, 28, 1] as const,
  counts: { train: 60_000, test: 10_000 },
};
const mine = { ...digits, id: "own-0badcafe", shape: [32, 32, 3] as const };
const few = { ...mine, counts: { train: 36, test: 4 } };
const sets = (own: typeof mine) => [digits, own];

it("takes a set up with any dense model", () => {
  expect(takeSet(presetConfig("mnist-dense-2"), sets(mine), mine)).toMatchObject({
    patch: { data: { set: "own-0badcafe", size: "stored" } },
    ...{ batch: null, refused: null },
  });
});

it("makes the batch as small as the set", () => {
  expect(takeSet(presetConfig("mnist-dense-2"), sets(few), few)).toMatchObject({
    patch: { training: { batch: 36 } },
    ...{ batch: { from: 128, to: 36 }, refused: null },
  });
});

it("says why layers of one's own cannot take it", () => {
  const conv = presetConfig("mnist-conv-2d");
  const odd = { ...mine, shape: [33, 33, 3] as const };
  const { refused } = takeSet(conv, [digits, odd], odd);
  expect(refused).toMatchObject({ code: "shape-invalid" });
});

it("fits celeba-conv to the set in the same way", () => {
  const config = presetConfig("celeba-conv");
  expect(presetPatch(config, mine)).toEqual({ data: { set: "own-0badcafe", size: "stored" } });
  expect(presetPatch(config, few)).toMatchObject({ training: { batch: 36 } });
});
