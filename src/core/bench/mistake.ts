/**
 * A mistake people really make, as a pair of lanes: as written, and repaired. Its verdict is worked
 * out from what the two runs showed, and may be that they did not show it.
 */
import type { ExperimentPatch, PresetId } from "#/core/experiment/config.ts";
import type { FieldPath } from "#/core/experiment/fields.ts";
import type { Evaluation } from "#/core/training/terms.ts";

export const mistakeIds = [
  "mean-reconstruction",
  "mean-both",
  "tiny-kl",
  "no-sigmoid-at-display",
  "sigmoid-twice",
  "noise-image",
  "sigma-exp",
  "standardised",
  "wrong-sign",
  "beta-too-large",
  "no-sampling",
  "rate-too-high",
  "rising-kl",
] as const;
export type MistakeId = (typeof mistakeIds)[number];

export interface LaneSetup {
  readonly preset: PresetId;
  readonly patch: ExperimentPatch;
}

/** What a lane showed, all of it measured. Pixels in [0, 1]. */
export interface LaneEvidence {
  readonly steps: number;
  /** Step at which the loss stopped being a number; null where it never did. */
  readonly brokeAt: number | null;
  /** Batch means, nats per image, one a step. */
  readonly curve: {
    readonly reconstruction: ArrayLike<number>;
    readonly kl: ArrayLike<number>;
    readonly total: ArrayLike<number>;
    /** As the system writes it. */
    readonly lossTotal: ArrayLike<number>;
  };
  /** On the first `evaluated` test images; null where the run broke before. */
  readonly evaluation: Evaluation | null;
  /**
   * Mean over pixels of the s.d. across images made from noise images (encoded, sampled, decoded);
   * null too where that is no number.
   */
  readonly noiseDiversity: number | null;
  /** Darkest and lightest pixel displayed of the test reconstructions. */
  readonly displayed: readonly [low: number, high: number] | null;
  /** Mean pixel of the same reconstructions as displayed, and of their originals. */
  readonly brightness: { readonly displayed: number; readonly original: number } | null;
  /** Smallest and largest raw output for the test images. */
  readonly raw: readonly [low: number, high: number] | null;
  /** Nats of the mean image of the data set (where a collapsed model ends). */
  readonly meanImageNats: number;
}

export interface Evidence {
  readonly faulty: LaneEvidence;
  readonly repaired: LaneEvidence;
}

/** `numbers` fill the translated sentence `benches.verdict.<id>.<shown|notShown>`. */
export interface Verdict {
  readonly shown: boolean;
  /** Rounded as they are to be written, at most three decimals; NaN for what was not measured. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface Mistake {
  readonly id: MistakeId;
  /** Lane A: as written. */
  readonly faulty: LaneSetup;
  /**
   * Lane B: repaired. For "noise-image" the same model, sampled from the prior. For "rising-kl", the
   * non-fault, what comes of "repairing" it: KL held down by a large β.
   */
  readonly repaired: LaneSetup;
  /** Steps of both lanes until the verdict. */
  readonly steps: number;
  /** Test images the evidence is measured on. */
  readonly evaluated: number;
  /** Where the cure lies; null for what is no setting (the sampler). */
  readonly control: FieldPath | null;
  /** What to look at while it runs. */
  readonly look: "curves" | "samples" | "reconstructions" | "plane" | "klBars";
  /** Answers to guess from, keys of `benches.mistake.<id>.option.<n>`: how many, and the right one. */
  readonly options: { readonly count: number; readonly right: number };
  verdict(evidence: Evidence): Verdict;
}
