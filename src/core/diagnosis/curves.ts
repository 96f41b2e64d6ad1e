/** The curves a diagnosis reads, and means over stretches of them. */
import type { LossTerms } from "#/core/training/terms.ts";

/** Steps that a mean is taken over. */
export const WINDOW = 50;

/** Curves in columns of `length` steps, nats per image. */
export interface Curves {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  readonly imagesSeen: ArrayLike<number>;
  readonly reconstruction: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly total: ArrayLike<number>;
  readonly lossTotal: ArrayLike<number>;
  readonly beta: ArrayLike<number>;
  readonly test: readonly (LossTerms & { readonly step: number })[];
  readonly validation: readonly { readonly step: number; readonly perImage: LossTerms }[];
}

/** Over entries `from` to `to`, the last excluded. */
export function mean(column: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += column[i] ?? Number.NaN;
  return sum / (to - from);
}
