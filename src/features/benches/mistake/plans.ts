/** The two lanes of a mistake as plans. */
import type { LaneSetup, Mistake } from "#/core/bench/mistake.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import type { LanePlan } from "#/state/lanes/types.ts";

export function mistakePlans({ faulty, repaired }: Mistake): readonly LanePlan[] {
  return [planOf(faulty), planOf(repaired)];
}

/** All of its data is named: what a plan leaves out of them, a lane takes from the first. */
function planOf({ preset, patch }: LaneSetup): LanePlan {
  return { preset, patch: { ...patch, data: { ...presetConfig(preset).data, ...patch.data } } };
}
