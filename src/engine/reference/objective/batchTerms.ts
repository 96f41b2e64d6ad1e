/**
 * The terms of one batch: a handful of numbers that stay on the device until somebody asks, and what
 * they say once they are read.
 */
import type { Convention } from "#/core/objective/convention.ts";
import type { StepTerms } from "#/engine/engine.ts";
import { stepTerms } from "#/engine/stepTerms.ts";
import { mean, stack, sum, type Tensor } from "#/engine/tf.ts";

export interface TermTensors {
  /** As the loss has it, nats per image. [batch] */
  readonly reconstruction: Tensor;
  /** In full, for λ read as log σ²; null for an autoencoder. [batch × latent] */
  readonly kl: Tensor | null;
  /** What is charged of it after free bits; null where all is. [] */
  readonly chargedKl: Tensor | null;
  /** Bernoulli cross-entropy of the displayed pixels; null where the reconstruction is it. [batch] */
  readonly displayed: Tensor | null;
}

export interface BatchTerms {
  /** Means over the batch. A tensor of the scope. */
  readonly values: Tensor;
  /** What the values mean, once read. */
  readonly read: (values: ArrayLike<number>) => StepTerms;
}

/** Called inside a scope. `convention` is that of the batch's real count. */
export function batchTerms(terms: TermTensors, convention: Convention, beta: number): BatchTerms {
  const { reconstruction, kl, chargedKl, displayed } = terms;
  const parts: Tensor[] = [mean(reconstruction)];
  const at = (part: Tensor | null) => (part === null ? null : parts.push(part) - 1);
  const klAt = at(kl === null ? null : mean(sum(kl, 1)));
  const chargedAt = at(chargedKl) ?? klAt;
  const displayedAt = at(displayed === null ? null : mean(displayed)) ?? 0;
  const read = (values: ArrayLike<number>): StepTerms => {
    const value = (index: number | null) => (index === null ? 0 : (values[index] ?? Number.NaN));
    return stepTerms(
      {
        reconstruction: value(0),
        kl: value(klAt),
        chargedKl: value(chargedAt),
        displayed: value(displayedAt),
      },
      convention,
      beta,
    );
  };
  return { values: stack(parts), read };
}
