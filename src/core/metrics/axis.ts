/**
 * Axes that hold still. A domain is taken from a ladder of round steps, so it changes seldom and by
 * a step a person can see.
 */
export type Domain = readonly [low: number, high: number];

const LADDER = [1, 2, 5] as const;

/** The smallest of 1, 2, 5 × 10^k that is ≥ `value` (> 0). */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  for (const step of LADDER) if (step * power >= value * (1 - 1e-12)) return step * power;
  return 10 * power;
}

/** The x axis of a run, in epochs: from 0 to the next rung above what was seen. */
export function epochsDomain(epochs: number): Domain {
  return [0, roundUp(Math.max(epochs, 0.05))];
}

/**
 * The y axis over curves that fall from a high start: the first tenth of each curve may leave the
 * frame, so that the part being learnt fills it. Everything else that is a number, and `include`, is
 * inside.
 */
export function fallingDomain(
  curves: readonly (readonly { readonly x: number; readonly y: number }[])[],
  include: readonly number[] = [],
): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (const curve of curves) {
    const end = curve.at(-1)?.x ?? 0;
    for (const { x, y } of curve) {
      if (!Number.isFinite(y)) continue;
      low = Math.min(low, y);
      if (x >= end / 10) high = Math.max(high, y);
    }
  }
  for (const value of include) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  const step = roundUp(Math.max((high - low) / 4, Math.abs(high) * 1e-3, 1e-6));
  const bottom = Math.floor(low / step) * step;
  return [bottom, Math.max(Math.ceil(high / step) * step, bottom + step)];
}

/**
 * As `fallingDomain`, but no curve stretches it past `most`: what lies above is clipped. A term that
 * must stay in sight widens it again, its first tenth aside.
 */
export function boundedDomain(
  curves: readonly (readonly { readonly x: number; readonly y: number }[])[],
  inSight: readonly (readonly { readonly x: number; readonly y: number }[])[],
  most: number,
  include: readonly number[] = [],
): Domain {
  let highest = most;
  for (const curve of inSight) {
    const end = curve.at(-1)?.x ?? 0;
    for (const { x, y } of curve) {
      if (x >= end / 10 && Number.isFinite(y)) highest = Math.max(highest, y);
    }
  }
  const clipped = curves.map((curve) => curve.map(({ x, y }) => ({ x, y: Math.min(y, highest) })));
  return fallingDomain(clipped, include);
}

/** A y axis that starts at zero. */
export function fromZeroDomain(
  curves: readonly (readonly { readonly y: number }[])[],
  least: number,
): Domain {
  let high = least;
  for (const curve of curves) {
    for (const { y } of curve) if (Number.isFinite(y)) high = Math.max(high, y);
  }
  const step = roundUp(high / 4);
  return [0, Math.ceil(high / step) * step];
}

/** Keeps an axis positive and in whole decades for a logarithmic scale. */
export function logDomain([low, high]: Domain, floor: number): Domain {
  const bottom = Math.max(low, floor);
  return [
    10 ** Math.floor(Math.log10(bottom)),
    10 ** Math.ceil(Math.log10(Math.max(high, bottom * 1.01))),
  ];
}

/** Round ticks inside a domain, about `count` of them. */
export function ticksOf([low, high]: Domain, count: number): number[] {
  const step = roundUp((high - low) / count);
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}
