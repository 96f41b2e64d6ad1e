/** What an engine should have answered, from the double-precision reference. */
import { referenceLoss, type ReferenceModel } from "#/core/objective/reference.ts";
import type { Weights } from "#/core/training/terms.ts";
import type { TrainingBatch } from "#/engine/engine.ts";

export type DoubleWeights = Record<string, Float64Array>;

export function toDouble(weights: Weights): DoubleWeights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, { values }]) => [name, Float64Array.from(values)]),
  );
}

/** One entry of a gradient, by a central difference. */
export interface Slope {
  readonly name: string;
  readonly index: number;
  readonly value: number;
}

/**
 * Up to `perTensor` entries of every gradient of the loss as written, spread over the tensor. With h =
 * 1e-5 in double precision the differences are good to about 1e-8 where the loss is smooth.
 */
export function slopes(
  model: ReferenceModel,
  weights: DoubleWeights,
  batch: TrainingBatch,
  settings: { readonly beta: number; readonly freeBits: number },
  perTensor: number,
): readonly Slope[] {
  const h = 1e-5;
  const total = () => referenceLoss(model, weights, batch, settings).loss.total;
  return model.vae.parameters.flatMap(({ name, size }) => {
    const values = weights[name];
    if (values === undefined) throw new Error(`no ${name}`);
    const count = Math.min(size, perTensor);
    return Array.from({ length: count }, (_, k) => {
      const index = Math.floor((k * size) / count);
      const held = values[index] ?? 0;
      values[index] = held + h;
      const above = total();
      values[index] = held - h;
      const below = total();
      values[index] = held;
      return { name, index, value: (above - below) / (2 * h) };
    });
  });
}
