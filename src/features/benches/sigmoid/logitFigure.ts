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
    return `${format(value / 10 ** exponent, 1)}·10${raised(exponent)}`;
  }
  return format(value, 4);
}

const raisedSigns: Readonly<Record<string, string>> = {
  ...{ "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴" },
  ...{ "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹" },
};

/** A whole number as an exponent is set. */
function raised(exponent: number): string {
  return String(exponent).replaceAll(/./g, (sign) => raisedSigns[sign] ?? sign);
}
