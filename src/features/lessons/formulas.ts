/** The formulas of the lessons, as MathML rendered while building. */
import type { LessonFormula } from "#/core/lesson.ts";
import aggregate from "./formulas/aggregate.tex";
import autoencoderLoss from "./formulas/autoencoderLoss.tex";
import bernoulliMean from "./formulas/bernoulliMean.tex";
import betaLoss from "./formulas/betaLoss.tex";
import elbo from "./formulas/elbo.tex";
import landscape from "./formulas/landscape.tex";
import pairKl from "./formulas/pairKl.tex";
import pathGradient from "./formulas/pathGradient.tex";
import pointKl from "./formulas/pointKl.tex";
import quantileGrid from "./formulas/quantileGrid.tex";
import reparameterisation from "./formulas/reparameterisation.tex";
import stableForm from "./formulas/stableForm.tex";
import tangent from "./formulas/tangent.tex";
import threeForms from "./formulas/threeForms.tex";

export const lessonMathml: Readonly<Record<LessonFormula, string>> = {
  aggregate,
  autoencoderLoss,
  bernoulliMean,
  betaLoss,
  elbo,
  landscape,
  pairKl,
  pathGradient,
  pointKl,
  quantileGrid,
  reparameterisation,
  stableForm,
  tangent,
  threeForms,
};
