/**
 * The experiments one can start from: ours for the first visit, and five published systems exactly
 * as their authors wrote them, each with its repair beside it where it has a fault. Stories are
 * i18n keys, `setup.presets.<id>.story`.
 */
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import type { Preset } from "#/core/experiment/presets/base.ts";
import { colourPresets } from "#/core/experiment/presets/colour.ts";
import { digitPresets } from "#/core/experiment/presets/digits.ts";
import { fashionPresets } from "#/core/experiment/presets/fashion.ts";
import { sigmoidPresets } from "#/core/experiment/presets/sigmoid.ts";

export const presets: Readonly<Record<PresetId, Preset>> = {
  ...digitPresets,
  ...sigmoidPresets,
  ...fashionPresets,
  ...colourPresets,
};

export function presetConfig(id: PresetId): ExperimentConfig {
  return presets[id].config;
}
