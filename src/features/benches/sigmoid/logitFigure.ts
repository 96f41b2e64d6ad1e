/** A loss or gradient as it came out: what is no number is called by its name. */
import { brokenAs } from "#/charts/logitCurves.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

export function logitFigure(format: NumberFormat, value: number): string {
  const broken = brokenAs(value);
  if (broken !== null) return broken;
  // There is no −0 to be told.
  if (value === 0) return format(0, 4);
  // What is under the last digit shown must not read as 0.
  if (Math.abs(value) < 5e-5) {
    const exponent = Math.floor(Math.log10(Math.abs(value)));
    return `${format(value / 10 ** exponent, 1)}·10^${format(exponent)}`;
  }
  return format(value, 4);
}
