/** The mistakes bench: twelve faults people really make, and one thing that only looks like one. */
import type { Mistake, MistakeId } from "#/core/bench/mistake.ts";
import {
  betaTooLarge,
  meanBoth,
  meanReconstruction,
  tinyKl,
} from "#/core/bench/mistakes/balance.ts";
import { risingKl, wrongSign } from "#/core/bench/mistakes/klCourse.ts";
import { rateTooHigh } from "#/core/bench/mistakes/optimiser.ts";
import { noSigmoidAtDisplay, sigmoidTwice, standardised } from "#/core/bench/mistakes/pixels.ts";
import { noSampling, noiseImage, sigmaExp } from "#/core/bench/mistakes/sampling.ts";

export const mistakes: Readonly<Record<MistakeId, Mistake>> = {
  "mean-reconstruction": meanReconstruction,
  "mean-both": meanBoth,
  "tiny-kl": tinyKl,
  "no-sigmoid-at-display": noSigmoidAtDisplay,
  "sigmoid-twice": sigmoidTwice,
  "noise-image": noiseImage,
  "sigma-exp": sigmaExp,
  standardised,
  "wrong-sign": wrongSign,
  "beta-too-large": betaTooLarge,
  "no-sampling": noSampling,
  "rate-too-high": rateTooHigh,
  "rising-kl": risingKl,
};
