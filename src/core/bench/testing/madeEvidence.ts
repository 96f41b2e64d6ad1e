/** Evidence made by hand, for tests of verdicts and of what shows them: a lane as it should be. */
import type { LaneEvidence } from "#/core/bench/mistake.ts";
import type { Evaluation } from "#/core/training/terms.ts";

const latent = 20;

export interface Made extends Partial<Omit<LaneEvidence, "curve" | "evaluation">> {
  readonly curve?: Partial<LaneEvidence["curve"]>;
  /** Null: the run broke. */
  readonly evaluation?: (Partial<Evaluation> & { readonly reach?: number }) | null;
}

/** From one level to another in even steps; 100 of them. */
export function course(from: number, to: number): number[] {
  return Array.from({ length: 100 }, (_, i) => from + ((to - from) * i) / 99);
}

/** A sound lane but for what is said. `reach` is the root mean square of z in every dimension. */
export function madeEvidence({ curve, evaluation, ...rest }: Made = {}): LaneEvidence {
  return {
    steps: 100,
    brokeAt: null,
    noiseDiversity: 0.06,
    displayed: [0, 1],
    brightness: { displayed: 0.12, original: 0.12 },
    raw: [-19, 6],
    meanImageNats: 206,
    ...rest,
    curve: {
      reconstruction: course(200, 110),
      kl: course(7, 18),
      total: course(207, 128),
      lossTotal: course(207, 128),
      ...curve,
    },
    evaluation: evaluation === null ? null : madeEvaluation(evaluation),
  };
}

function madeEvaluation({
  reach = 1,
  ...rest
}: Exclude<Made["evaluation"], null> = {}): Evaluation {
  const { reconstruction = 110, kl = 18 } = rest;
  return {
    images: 500,
    complete: true,
    reconstruction,
    kl,
    negativeElbo: reconstruction + kl,
    klPerDimension: new Float32Array(latent).fill(kl / latent),
    activeUnits: latent,
    trainingLoss: { total: reconstruction + kl, reconstruction, kl },
    gaussian: null,
    iwae: null,
    bitsPerDimension: null,
    bitsPerDimensionReason: "grey-pixels",
    diversity: 0.11,
    aggregatePosterior: {
      mean: new Float32Array(latent),
      variance: new Float32Array(latent).fill(reach * reach),
    },
    ...rest,
  };
}
