/** What a flag on the chart says of a live change. */
import type { LiveChange } from "#/core/experiment/config.ts";
import { annealings } from "#/core/objective/spec.ts";
import { rateSchedules } from "#/core/training/optimizerSpec.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

/** The name of an option, for the two live fields that are choices. */
function optionText(t: Translate, value: string): string {
  const annealing = annealings.find((option) => option === value);
  if (annealing !== undefined) return t(`setup.choices.objective.annealing.${annealing}.name`);
  const schedule = rateSchedules.find((option) => option === value);
  return schedule === undefined ? value : t(`setup.choices.optimizer.schedule.${schedule}.name`);
}

export function flagText(t: Translate, number: NumberFormat, { field, value }: LiveChange): string {
  const text = typeof value === "number" ? number(value) : optionText(t, value);
  return t(`learning.flags.${field}`, { value: text });
}
