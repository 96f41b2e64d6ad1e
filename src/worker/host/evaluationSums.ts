/** What an evaluation has gathered, and the figures that follow from it at any moment. */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { bitsPerDimension } from "#/core/metrics/bits.ts";
import { activeUnits, Moments } from "#/core/metrics/moments.ts";
import type { Evaluation, ImportanceBound } from "#/core/training/terms.ts";
import type { ImageTerms, StepSettings } from "#/engine/engine.ts";
import type { Piece, Subject } from "#/worker/host/scoreImages.ts";
import { TermSums } from "#/worker/host/termSums.ts";

export interface EvaluationSubject extends Subject {
  /** As it has become, live changes included. */
  readonly config: ExperimentConfig;
  /** Of the step to come: how the training loss is weighed. */
  readonly settings: StepSettings;
}

export class EvaluationSums {
  readonly #subject: EvaluationSubject;
  readonly #diversity: number;
  readonly #terms: TermSums;
  readonly #means: Moments;
  readonly #posteriorVariance: Float64Array;
  #squaredError = 0;

  constructor(subject: EvaluationSubject, diversity: number) {
    const { latent } = subject.vae;
    this.#subject = subject;
    this.#diversity = diversity;
    this.#terms = new TermSums(latent, subject.config.objective);
    this.#means = new Moments(latent);
    this.#posteriorVariance = new Float64Array(latent);
  }

  add(terms: ImageTerms, { rows, images }: Pick<Piece, "rows" | "images">): void {
    this.#terms.add(terms, rows);
    this.#means.add(terms.mean, rows);
    const { latent } = this.#subject.vae;
    terms.logVariance.forEach((value, i) => {
      const j = i % latent;
      this.#posteriorVariance[j] = (this.#posteriorVariance[j] ?? 0) + Math.exp(value);
    });
    if (this.#subject.config.objective.likelihood !== "gaussian") return;
    terms.output.forEach((p, i) => {
      this.#squaredError += (p - (images[i] ?? 0)) ** 2;
    });
  }

  figures(iwae: ImportanceBound | null, complete: boolean): Evaluation {
    const { vae, config, settings } = this.#subject;
    const { count, reconstruction, kl, klPerDimension } = this.#terms;
    const { sampling } = config.objective;
    const negativeElbo = sampling ? reconstruction + kl : null;
    const meanVariance = this.#means.variance;
    return {
      ...{ images: count, complete, reconstruction, kl, negativeElbo },
      klPerDimension: Float32Array.from(klPerDimension),
      activeUnits: activeUnits(meanVariance),
      trainingLoss: this.#terms.written(config, vae, settings).loss,
      gaussian: this.#gaussian(),
      iwae,
      ...bitsPerDimension(config, negativeElbo, vae.pixels),
      diversity: this.#diversity,
      aggregatePosterior: {
        mean: Float32Array.from(this.#means.mean),
        // Law of total variance: that of μ plus, where z is sampled, the mean of σ².
        variance: Float32Array.from(
          meanVariance,
          (v, j) => v + (sampling ? (this.#posteriorVariance[j] ?? 0) / count : 0),
        ),
      },
    };
  }

  /** −log N(x; x̂, σ²) at the σ that makes it least: the root of the mean squared error. */
  #gaussian(): Evaluation["gaussian"] {
    const { vae, config } = this.#subject;
    if (config.objective.likelihood !== "gaussian") return null;
    const variance = this.#squaredError / (this.#terms.count * vae.pixels);
    return {
      negativeLogLikelihood: (vae.pixels / 2) * (Math.log(2 * Math.PI * variance) + 1),
      sigma: Math.sqrt(variance),
    };
  }
}
