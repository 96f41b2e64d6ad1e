/** Figures whose size nobody knows beforehand: a loss may be 0.2641 or 13,482. */

type Format = (value: number, decimals?: number) => string;

/** A number of a lane: one to four figures that a reader can compare; powers of ten where it broke. */
export function valueText(format: Format, value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6 || !Number.isFinite(value) || size === 0) return tickText(format, value);
  if (size >= 1000) return format(value, 0);
  if (size >= 10) return format(value, 1);
  return size >= 0.1 ? format(value, 2) : format(Number(value.toPrecision(2)));
}

/** A tick of an axis. */
export function tickText(format: Format, value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 1e6) return format(value);
  return value.toExponential(1).replace("e+", "e").replace("-", "−");
}
