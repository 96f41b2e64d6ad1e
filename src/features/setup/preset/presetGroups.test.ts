import { expect, it } from "vitest";
import { presetIds } from "#/core/experiment/config.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";
import {
  presetGroups,
  presetsOf,
  repairOf,
  shownPreset,
  standingOf,
} from "#/features/setup/preset/presetGroups.ts";

it("offers every preset once, but for the second name of one", () => {
  const offered = presetGroups.flatMap(presetsOf);
  expect([...offered].sort()).toEqual(presetIds.filter((id) => shownPreset(id) === id).sort());
});

it("puts a repair right behind the system it mends", () => {
  for (const id of presetIds) {
    const repair = repairOf(id);
    if (repair === null || shownPreset(id) !== id) continue;
    const group = presetsOf(presets[id].system ?? "first");
    expect(group.indexOf(repair)).toBe(group.indexOf(id) + 1);
  }
});

it("knows the repair of a preset under either of its names", () => {
  expect(repairOf("mnist-sigmoid")).toBe("mnist-sigmoid-a:repaired");
  expect(repairOf("mnist-sigmoid-c")).toBeNull();
});

it("tells the lighter variant from any other change", () => {
  const config = presetConfig("mnist-conv-2d");
  expect(standingOf("mnist-conv-2d", config)).toBe("same");
  const lighter = applyPatch(config, presets["mnist-conv-2d"].lighter);
  expect(lighter.ok && standingOf("mnist-conv-2d", lighter.value)).toBe("lighter");
  const other = { ...config, training: { ...config.training, batch: 17 } };
  expect(standingOf("mnist-conv-2d", other)).toBe("changed");
});
