/** The words of a mistake: its texts by id, and its verdict with the numbers of a run. */
import type { MistakeId, Verdict } from "#/core/bench/mistake.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

export type MistakePart = "title" | "story" | "question" | "look" | "why" | "cure";

export function mistakeText(t: Translate, id: MistakeId, part: MistakePart): string {
  return t(`benches.mistake.${id}.${part}`);
}

/** @param option from 1. */
export function optionText(t: Translate, id: MistakeId, option: number): string {
  const keys: readonly TextKey[] = [
    `benches.mistake.${id}.option.1`,
    `benches.mistake.${id}.option.2`,
    `benches.mistake.${id}.option.3`,
    `benches.mistake.${id}.option.4`,
  ];
  const key = keys[option - 1];
  return key === undefined ? "" : t(key);
}

export function verdictText(
  t: Translate,
  format: NumberFormat,
  id: MistakeId,
  { shown, numbers }: Verdict,
): string {
  const values = Object.entries(numbers).map(
    ([name, value]) => [name, format(value, decimalsOf(name, value))] as const,
  );
  return t(`benches.verdict.${id}.${shown ? "shown" : "notShown"}`, Object.fromEntries(values));
}

const counts = /^(active|latent|step|percent)|digits$/i;
const ratios = /^reach/;

/** Nats to a tenth, what is below 1 to a thousandth; counts are whole. */
function decimalsOf(name: string, value: number): number {
  if (counts.test(name)) return 0;
  return Math.abs(value) >= 1 || ratios.test(name) ? 1 : 3;
}
