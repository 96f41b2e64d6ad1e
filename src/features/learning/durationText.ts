/** A duration as a person says it: "8 sec", "3 min", "2 hr", in the reader's language. */
import type { Language } from "#/i18n/language.ts";

const MINUTE = 60;
const HOUR = 3600;

export function durationText(language: Language, seconds: number): string {
  const [unit, value] =
    seconds < 1.5 * MINUTE
      ? (["second", Math.max(1, seconds)] as const)
      : seconds < 1.5 * HOUR
        ? (["minute", seconds / MINUTE] as const)
        : (["hour", seconds / HOUR] as const);
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, format).format(Math.round(value));
}
