import { expect, it } from "vitest";
import type { DataSpec } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { onImagesOf, sharingFault } from "#/core/experiment/sharing.ts";

const { data } = presetConfig("mnist-dense-2");
const sets = [
  { id: "mnist", shape: [28, 28, 1] as const },
  { id: "own-1", shape: [40, 60, 3] as const },
];

const reason = (change: Partial<DataSpec>, lead: Partial<DataSpec> = {}) =>
  sharingFault({ data: { ...data, ...change } }, { data: { ...data, ...lead } }, sets)?.values?.[
    "reason"
  ];

it("refuses other images, and says which", () => {
  expect(reason({})).toBeUndefined();
  expect(reason({ set: "fashion" })).toBe("fashion ≠ mnist");
  expect(reason({ size: "32" })).toBe("32×32×1 ≠ 28×28×1");
  expect(reason({ size: "28" })).toBeUndefined();
});

it("minds how an image becomes a square only where it is none", () => {
  const own = { set: "own-1", size: "32" } as const;
  expect(reason({ ...own, crop: "fit" }, { ...own, crop: "centre" })).toBe("fit ≠ centre");
  expect(reason({ crop: "fit", size: "28" }, { crop: "centre" })).toBeUndefined();
});

it("lets a lane see fewer images, or see them otherwise", () => {
  expect(reason({ trainLimit: 6000, pixels: "standardise" })).toBeUndefined();
});

it("puts an experiment on another's images and seed", () => {
  const lead = presetConfig("fashion-dense-20");
  const seeded = { ...lead, training: { ...lead.training, seed: 42 } };
  const moved = onImagesOf(presetConfig("mnist-sigmoid"), seeded);
  expect(moved.data).toBe(seeded.data);
  expect(moved.training.seed).toBe(42);
  expect(moved.training.batch).toBe(presetConfig("mnist-sigmoid").training.batch);
});
