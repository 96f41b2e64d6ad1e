/** The formulas a field can show, as MathML rendered while building. */
import type { FormulaKey } from "#/core/experiment/field.ts";
import activation from "./activation.tex";
import adam from "./adam.tex";
import convolution from "./convolution.tex";
import dense from "./dense.tex";
import initialisation from "./initialisation.tex";
import objective from "./objective.tex";
import reparameterisation from "./reparameterisation.tex";

export const formulas: Readonly<Record<FormulaKey, string>> = {
  activation,
  adam,
  convolution,
  dense,
  initialisation,
  objective,
  reparameterisation,
};
