/** Figures verdicts are made of, each from the evidence of one lane. NaN for what was not measured. */
import type { LaneEvidence } from "#/core/bench/mistake.ts";

/** Steps a curve is averaged over: one batch alone says too little. */
const window = 20;

/** What a held-out evaluation found. Nats per image; spreads as in `LaneEvidence`. */
export interface Figures {
  readonly negativeElbo: number;
  readonly reconstruction: number;
  readonly kl: number;
  readonly active: number;
  readonly latent: number;
  readonly diversity: number;
  /** The loss as the system writes it. */
  readonly written: number;
  /**
   * How far from the origin encoded points lie: the root of the mean of z² over images and
   * dimensions. Draws from N(0, I) have 1.
   */
  readonly reach: number;
}

export function figuresOf({ evaluation }: LaneEvidence): Figures {
  const { mean, variance } = evaluation?.aggregatePosterior ?? { mean: [], variance: [] };
  const squares = Array.from(mean, (m, j) => m * m + (variance[j] ?? 0));
  return {
    negativeElbo: evaluation?.negativeElbo ?? Number.NaN,
    reconstruction: evaluation?.reconstruction ?? Number.NaN,
    kl: evaluation?.kl ?? Number.NaN,
    active: evaluation?.activeUnits ?? Number.NaN,
    latent: evaluation?.klPerDimension.length ?? Number.NaN,
    diversity: evaluation?.diversity ?? Number.NaN,
    written: evaluation?.trainingLoss.total ?? Number.NaN,
    reach: Math.sqrt(meanOf(squares)),
  };
}

/** Mean of the last steps of a curve. */
export function atEnd(curve: ArrayLike<number>): number {
  return meanOf(Array.from(curve).slice(-window));
}

/** Mean of the steps about the tenth part of a curve: after the first leaps, before the long way. */
export function early(curve: ArrayLike<number>): number {
  const from = Math.round(curve.length / 10);
  return meanOf(Array.from(curve).slice(from, from + window));
}

/** The lowest value that is a number. */
export function lowest(curve: ArrayLike<number>): number {
  return numbersOf(curve).reduce((low, value) => Math.min(low, value), Infinity);
}

/** The highest value that is a number. */
export function highest(curve: ArrayLike<number>): number {
  return numbersOf(curve).reduce((high, value) => Math.max(high, value), -Infinity);
}

/** The first step at which a curve lies below `level`; NaN where it never does. */
export function firstBelow(curve: ArrayLike<number>, level: number): number {
  const at = Array.from(curve).findIndex((value) => value < level);
  return at < 0 ? Number.NaN : at + 1;
}

/** Digits before the decimal point: what is left to say of a number that ran away. */
export function digitsOf(value: number): number {
  return Number.isFinite(value) ? Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1 : NaN;
}

/** Rounded as it is to be written: nats to a tenth, small ones to a thousandth. */
export function nats(value: number): number {
  return rounded(value, Math.abs(value) < 1 ? 3 : 1);
}

/** Spreads, pixels and ratios of pixels: to a thousandth. */
export function fine(value: number): number {
  return rounded(value, 3);
}

/** To a tenth. */
export function coarse(value: number): number {
  return rounded(value, 1);
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const whole = Math.round(value * factor);
  return whole === 0 ? 0 : whole / factor;
}

function numbersOf(curve: ArrayLike<number>): number[] {
  return Array.from(curve).filter(Number.isFinite);
}

function meanOf(values: readonly number[]): number {
  return values.length === 0
    ? Number.NaN
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}
