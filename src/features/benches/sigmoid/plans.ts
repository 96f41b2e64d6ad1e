/** The three lanes of the sigmoid bench, as the source has them or on fewer images. */
import type { LanePlan } from "#/state/lanes/types.ts";

/** "light": the first images alone, a tenth of the data and of the time. "source": as published. */
export type SigmoidData = "light" | "source";

export const lighterImages = 6000;

const presets = ["mnist-sigmoid-a", "mnist-sigmoid-b", "mnist-sigmoid-c"] as const;

export const sigmoidPlans: Readonly<Record<SigmoidData, readonly LanePlan[]>> = {
  light: presets.map((preset) => ({ preset, patch: { data: { trainLimit: lighterImages } } })),
  source: presets.map((preset) => ({ preset })),
};
