/** Figures whose size nobody knows beforehand: a loss may be 0.2641 or 13,482. */
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

/** From here on a number of nats says only that something broke. */
const HUGE = 1e6;

/** A weight, four significant digits at most: 784, 0.392, 3,072. */
export function factorText(number: NumberFormat, value: number): string {
  return number(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
}

/** Four significant digits, at most four of them after the point. */
export function figureText(number: NumberFormat, value: number): string {
  if (Math.abs(value) >= HUGE) return natsText(number, value);
  if (!Number.isFinite(value) || value === 0) return number(value, value === 0 ? 0 : undefined);
  const digits = Math.floor(Math.log10(Math.abs(value))) + 1;
  if (digits < -2) return number(Number(value.toPrecision(2)));
  return number(value, Math.min(4, Math.max(0, 4 - digits)));
}

/** Nats to so many decimals; "2.3e11" where they would push everything else away. */
export function natsText(number: NumberFormat, value: number, decimals?: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < HUGE) return number(value, decimals);
  return value.toExponential(1).replace("e+", "e").replace("-", "−");
}
