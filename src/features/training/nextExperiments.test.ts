import { expect, it } from "vitest";
import { nextExperiments } from "./nextExperiments.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig } from "#/core/experiment/presets.ts";

const first = presetConfig("mnist-dense-2");

it("offers three changes that can each be applied", () => {
  const offers = nextExperiments(first);
  expect(offers).toHaveLength(3);
  for (const { patch } of offers) {
    const applied = applyPatch(first, patch);
    expect(applied.ok && applied.value).not.toEqual(first);
  }
});

it("offers the way back where a change is already in force", () => {
  const changed = applyPatch(first, {
    objective: { beta: 4, reconstructionReduction: "mean" },
    model: { latent: 20 },
  });
  if (!changed.ok) throw new Error(changed.error.message);
  expect(nextExperiments(changed.value).map(({ patch }) => patch)).toEqual([
    { objective: { beta: 1 } },
    { model: { latent: 2 } },
    { objective: { reconstructionReduction: "sum" } },
  ]);
});
