/**
 * Terms of many images, gathered in Float64 from pieces: on the honest scale, and as the system
 * writes them.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import type { ResolvedVae } from "#/core/model/resolved.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import type { LossTerms } from "#/core/training/terms.ts";
import type { ImageTerms, StepSettings, StepTerms } from "#/engine/engine.ts";

export class TermSums {
  readonly #kl: Float64Array;
  readonly #writtenKl: Float64Array;
  #reconstruction = 0;
  #writtenReconstruction = 0;
  #count = 0;

  readonly #sampling: boolean;

  /** An autoencoder, which samples nothing, has no KL divergence. */
  constructor(latent: number, { sampling }: Pick<ObjectiveSpec, "sampling">) {
    this.#sampling = sampling;
    this.#kl = new Float64Array(latent);
    this.#writtenKl = new Float64Array(latent);
  }

  /** Images so far; what follows is their mean, and not a number over none. */
  get count(): number {
    return this.#count;
  }

  add(terms: ImageTerms, rows: number): void {
    for (const nats of terms.reconstruction) this.#reconstruction += nats;
    for (const nats of terms.writtenReconstruction) this.#writtenReconstruction += nats;
    this.#count += rows;
    if (!this.#sampling) return;
    addRows(this.#kl, terms.klPerDimension);
    addRows(this.#writtenKl, terms.writtenKl);
  }

  /** Bernoulli cross-entropy of the displayed pixels, nats an image. */
  get reconstruction(): number {
    return this.#reconstruction / this.#count;
  }

  /** Of the distribution really sampled, nats, [latent]. */
  get klPerDimension(): Float64Array {
    return this.#kl.map((sum) => sum / this.#count);
  }

  get kl(): number {
    return this.klPerDimension.reduce((sum, nats) => sum + nats, 0);
  }

  /** As a training step on all of these images would tell them, in batches of the run's size. */
  written(
    { objective, training }: Pick<ExperimentConfig, "objective" | "training">,
    { pixels, latent }: Pick<ResolvedVae, "pixels" | "latent">,
    { beta, freeBits }: Pick<StepSettings, "beta" | "freeBits">,
  ): StepTerms {
    const convention = conventionOf(objective, { pixels, latent, batch: training.batch });
    const writtenReconstruction = this.#writtenReconstruction / this.#count;
    const means = this.#writtenKl.map((sum) => sum / this.#count);
    const kl = means.reduce((sum, nats) => sum + nats, 0);
    const charged = means.reduce((sum, nats) => sum + Math.max(nats, freeBits), 0);
    return {
      loss: weighed(
        convention.reconstruction * writtenReconstruction,
        convention.kl * charged,
        beta,
      ),
      perImage: weighed(
        objective.likelihood === "gaussian" ? this.reconstruction : writtenReconstruction,
        kl,
        effectiveBeta(convention, beta),
      ),
    };
  }
}

/** reconstruction + weight · kl. */
export function weighed(reconstruction: number, kl: number, weight: number): LossTerms {
  return { total: reconstruction + weight * kl, reconstruction, kl };
}

/** Adds the rows of [count × width] to `sums` [width]. */
function addRows(sums: Float64Array, rows: Float32Array): void {
  const width = sums.length;
  for (let i = 0; i < rows.length; i++) {
    sums[i % width] = (sums[i % width] ?? 0) + (rows[i] ?? 0);
  }
}
