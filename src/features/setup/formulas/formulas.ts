/** The formulas a field can show, as MathML rendered while building. */
import type { FormulaKey } from "#/core/experiment/field.ts";
import activation from "./activation.tex";
import adam from "./adam.tex";
import annealing from "./annealing.tex";
import batchNorm from "./batchNorm.tex";
import clip from "./clip.tex";
import condition from "./condition.tex";
import convolution from "./convolution.tex";
import crossEntropy from "./crossEntropy.tex";
import dense from "./dense.tex";
import dropout from "./dropout.tex";
import freeBits from "./freeBits.tex";
import gaussian from "./gaussian.tex";
import guards from "./guards.tex";
import initialisation from "./initialisation.tex";
import klDivergence from "./klDivergence.tex";
import momentum from "./momentum.tex";
import objective from "./objective.tex";
import rateSchedule from "./rateSchedule.tex";
import reparameterisation from "./reparameterisation.tex";
import rmsprop from "./rmsprop.tex";
import sigma from "./sigma.tex";
import standardise from "./standardise.tex";

export const formulas: Readonly<Record<FormulaKey, string>> = {
  activation,
  adam,
  annealing,
  batchNorm,
  clip,
  condition,
  convolution,
  crossEntropy,
  dense,
  dropout,
  freeBits,
  gaussian,
  guards,
  initialisation,
  klDivergence,
  momentum,
  objective,
  rateSchedule,
  reparameterisation,
  rmsprop,
  sigma,
  standardise,
};
