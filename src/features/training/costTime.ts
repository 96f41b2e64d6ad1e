/** Long times as one says them: "40 minutes", "3 hours", "2 days". */
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No finer than an estimate from three steps deserves. */
export function costTime(t: Translate, format: NumberFormat, seconds: number): string {
  const say = (unit: "minutes" | "hours" | "days", amount: number) => {
    const digits = unit === "minutes" || amount >= 10 ? 0 : 1;
    const rounded = Number(amount.toFixed(digits));
    // The count picks singular or plural; the words hold the formatted number.
    return t(`setup.preflight.${unit}`, { count: rounded, shown: format(rounded) });
  };
  if (seconds < 1.5 * HOUR) return say("minutes", Math.max(1, seconds / MINUTE));
  return seconds < 2 * DAY ? say("hours", seconds / HOUR) : say("days", seconds / DAY);
}

export function paceText(t: Translate, format: NumberFormat, msPerStep: number): string {
  return msPerStep < 1000
    ? t("setup.preflight.milliseconds", { value: format(Number(msPerStep.toPrecision(2))) })
    : t("setup.preflight.seconds", { value: format(Number((msPerStep / 1000).toPrecision(2))) });
}
