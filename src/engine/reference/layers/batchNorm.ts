/**
 * Batch normalisation (Ioffe & Szegedy, 2015) between a layer's weighted sums and its activation:
 * one mean and variance a unit, or a channel of a map over all its pixels. With N rows, centred sums
 * c = s − mean and r = 1/√(variance + ε), the output is γ·r·c + β.
 */
import type { BatchNorm } from "#/core/model/spec.ts";
import { columnSums } from "#/engine/reference/layers/columnSums.ts";
import { inColumns } from "#/engine/reference/layers/maps.ts";
import type { NormTensors } from "#/engine/reference/weights.ts";
import { add, div, mul, reshape, sqrt, square, sub, type Tensor } from "#/engine/tf.ts";

/** What normalising a training batch leaves behind. */
export interface Normalised {
  /** γ·r·c + β [batch × out] */
  readonly output: Tensor;
  /** c [rows × channels] */
  readonly centred: Tensor;
  /** r [channels] */
  readonly inverse: Tensor;
  /** Updated. [channels] each */
  readonly runningMean: Tensor;
  readonly runningVariance: Tensor;
}

/** By the batch's own mean and biased variance. `sums` [batch × out]. */
export function normaliseBatch(
  { epsilon, momentum }: BatchNorm,
  weights: NormTensors,
  sums: Tensor,
): Normalised {
  const { scale, shift, runningMean, runningVariance } = weights;
  const rows = inColumns(sums, scale.size);
  const average = (x: Tensor) => mul(columnSums(x), 1 / (rows.size / scale.size));
  const mean = average(rows);
  const centred = sub(rows, mean);
  const variance = average(square(centred));
  const inverse = div(1, sqrt(add(variance, epsilon)));
  const moved = (kept: Tensor, now: Tensor) => add(mul(kept, momentum), mul(now, 1 - momentum));
  return {
    output: reshape(add(mul(centred, mul(scale, inverse)), shift), sums.shape),
    centred,
    inverse,
    runningMean: moved(runningMean, mean),
    runningVariance: moved(runningVariance, variance),
  };
}

/** By the running statistics, which is one factor and one summand a channel. */
export function normaliseRunning(
  { epsilon }: BatchNorm,
  weights: NormTensors,
  sums: Tensor,
): Tensor {
  const { scale, shift, runningMean, runningVariance } = weights;
  const factor = div(scale, sqrt(add(runningVariance, epsilon)));
  const summand = sub(shift, mul(runningMean, factor));
  return reshape(add(mul(inColumns(sums, scale.size), factor), summand), sums.shape);
}

export interface NormGradients {
  readonly scale: Tensor;
  readonly shift: Tensor;
  /** ∂L/∂s [batch × out] */
  readonly sums: Tensor;
}

/**
 * From ∂L/∂output: ∂L/∂γ = r·Σ dy·c, ∂L/∂β = Σ dy and, because mean and variance are sums over the
 * rows too, ∂L/∂s = γ·r·(dy − Σ dy / N − c·r²·Σ(dy·c) / N).
 */
export function normaliseBackward(
  { centred, inverse }: Normalised,
  scale: Tensor,
  dy: Tensor,
): NormGradients {
  const rows = inColumns(dy, scale.size);
  const share = scale.size / dy.size;
  const along = columnSums(mul(rows, centred));
  const total = columnSums(rows);
  const factor = mul(scale, inverse);
  const slope = mul(mul(factor, square(inverse)), mul(along, share));
  const level = mul(factor, mul(total, share));
  const sums = sub(sub(mul(rows, factor), mul(centred, slope)), level);
  return { scale: mul(along, inverse), shift: total, sums: reshape(sums, dy.shape) };
}
