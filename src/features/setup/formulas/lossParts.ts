/**
 * The objective as pieces of formula, chosen by its settings: what stands before the sums, what is
 * summed, and what its letters mean. MathML rendered while building. Decides no numbers.
 */
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import additiveInk from "./loss/additiveInk.tex";
import additiveLastPaper from "./loss/additiveLastPaper.tex";
import additivePaper from "./loss/additivePaper.tex";
import annealed from "./loss/annealed.tex";
import batchSumReduction from "./loss/batchSumReduction.tex";
import beta from "./loss/beta.tex";
import clampInk from "./loss/clampInk.tex";
import clampPaper from "./loss/clampPaper.tex";
import clipped from "./loss/clipped.tex";
import codeHalf from "./loss/codeHalf.tex";
import codeMean from "./loss/codeMean.tex";
import codeWhole from "./loss/codeWhole.tex";
import klBatchSum from "./loss/klBatchSum.tex";
import klBatchSumWhole from "./loss/klBatchSumWhole.tex";
import klBody from "./loss/klBody.tex";
import klBodyFree from "./loss/klBodyFree.tex";
import klMean from "./loss/klMean.tex";
import klMeanWhole from "./loss/klMeanWhole.tex";
import klSum from "./loss/klSum.tex";
import klSumWhole from "./loss/klSumWhole.tex";
import logInk from "./loss/logInk.tex";
import logPaper from "./loss/logPaper.tex";
import meanLinear from "./loss/meanLinear.tex";
import meanReduction from "./loss/meanReduction.tex";
import meanSquashed from "./loss/meanSquashed.tex";
import normalRest from "./loss/normalRest.tex";
import normalSquare from "./loss/normalSquare.tex";
import pLoss from "./loss/pLoss.tex";
import pOutput from "./loss/pOutput.tex";
import pTwice from "./loss/pTwice.tex";
import squared from "./loss/squared.tex";
import stableInk from "./loss/stableInk.tex";
import stablePaper from "./loss/stablePaper.tex";
import sumReduction from "./loss/sumReduction.tex";

export interface LossParts {
  readonly reduction: string;
  /** Of one pixel, in pieces between which a line may break. */
  readonly pixel: readonly string[];
  /** What p or x̂ stands for; nothing where the pixel's term says it itself. */
  readonly where: readonly string[];
  readonly code: string;
  /** Null for an autoencoder. */
  readonly kl: {
    readonly weight: string;
    readonly reduction: string;
    readonly body: string;
  } | null;
}

export function lossParts(objective: ObjectiveSpec): LossParts {
  return {
    reduction: { sum: sumReduction, mean: meanReduction, batchSum: batchSumReduction }[
      objective.reconstructionReduction
    ],
    ...(objective.likelihood === "bernoulli" ? bernoulli(objective) : gaussian(objective)),
    code: codeOf(objective),
    kl: objective.sampling
      ? {
          weight: objective.annealing === "constant" ? beta : annealed,
          reduction: klReduction(objective),
          body: objective.freeBits > 0 ? klBodyFree : klBody,
        }
      : null,
  };
}

function bernoulli({ sigmoid, guard }: ObjectiveSpec): Pick<LossParts, "pixel" | "where"> {
  if (sigmoid === "stable") return { pixel: [stableInk, stablePaper], where: [] };
  const p = { output: pOutput, loss: pLoss, twice: pTwice }[sigmoid];
  return {
    pixel: {
      none: [logInk, logPaper],
      additive: [additiveInk, additivePaper],
      additiveLast: [additiveInk, additiveLastPaper],
      clip: [logInk, logPaper],
      clampLog: [clampInk, clampPaper],
    }[guard],
    where: guard === "clip" ? [p, clipped] : [p],
  };
}

function gaussian({ noise, sigmoid }: ObjectiveSpec): Pick<LossParts, "pixel" | "where"> {
  return {
    pixel: noise === "mse" ? [squared] : [normalSquare, normalRest],
    where: [sigmoid === "output" ? meanSquashed : meanLinear],
  };
}

function klReduction({ klReduction: reduction, klHalf }: ObjectiveSpec): string {
  return klHalf
    ? { sum: klSum, mean: klMean, batchSum: klBatchSum }[reduction]
    : { sum: klSumWhole, mean: klMeanWhole, batchSum: klBatchSumWhole }[reduction];
}

function codeOf({ sampling, sigma }: ObjectiveSpec): string {
  if (!sampling) return codeMean;
  return sigma === "exp(λ)" ? codeWhole : codeHalf;
}
