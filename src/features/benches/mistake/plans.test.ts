import { expect, it } from "vitest";
import { mistakeIds } from "#/core/bench/mistake.ts";
import { mistakes } from "#/core/bench/mistakes.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { mistakePlans } from "#/features/benches/mistake/plans.ts";
import { openTestApp } from "#/state/testing/testApp.ts";
import { applyPatch } from "#/core/experiment/parse.ts";

it.each(mistakeIds)("opens both lanes of %s as the mistake has them, on one seed", async (id) => {
  const { app } = await openTestApp();
  using group = await app.openGroup(mistakePlans(mistakes[id]));
  const built = group.store.getState().lanes.map((lane) => lane.app.store.getState().built);
  const { faulty, repaired } = mistakes[id];
  const wanted = [faulty, repaired].map(({ preset, patch }) =>
    applyPatch(presetConfig(preset), patch),
  );
  expect(built).toEqual(wanted.map((config) => (config.ok ? config.value : null)));
});
