/** The presets as one chooses among them: by the question they answer, a repair behind its system. */
import { type ExperimentConfig, type PresetId, presetIds } from "#/core/experiment/config.ts";
import { describeDifference } from "#/core/experiment/diff.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";

export const presetGroups = ["first", "S1", "S2", "S3", "S4", "S5"] as const;
export type PresetGroup = (typeof presetGroups)[number];

/** `mnist-sigmoid` is another name of its A. */
export function shownPreset(id: PresetId): PresetId {
  return id === "mnist-sigmoid" ? "mnist-sigmoid-a" : id;
}

export function presetsOf(group: PresetGroup): readonly PresetId[] {
  return presetIds.filter(
    (id) => (presets[id].system ?? "first") === group && shownPreset(id) === id,
  );
}

/** The preset that mends this one; null where there is none. */
export function repairOf(id: PresetId): PresetId | null {
  return presetIds.find((other) => presets[other].repairs === shownPreset(id)) ?? null;
}

/** How an experiment stands to the preset it grew from. */
export function standingOf(id: PresetId, draft: ExperimentConfig): "same" | "lighter" | "changed" {
  const config = presetConfig(id);
  if (describeDifference(config, draft).length === 0) return "same";
  const { lighter } = presets[id];
  const made = lighter === null ? null : applyPatch(config, lighter);
  return made?.ok === true && describeDifference(made.value, draft).length === 0
    ? "lighter"
    : "changed";
}
