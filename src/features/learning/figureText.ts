/** Figures whose size nobody knows beforehand: a loss may be 0.2641 or 13,482. */
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

/** Four significant digits, at most four of them after the point. */
export function figureText(number: NumberFormat, value: number): string {
  if (!Number.isFinite(value) || value === 0) return number(value, value === 0 ? 0 : undefined);
  const digits = Math.floor(Math.log10(Math.abs(value))) + 1;
  if (digits < -2) return number(Number(value.toPrecision(2)));
  return number(value, Math.min(4, Math.max(0, 4 - digits)));
}
