/** What is wrong with a value, with the field called what its label calls it. */
import { isFieldPath } from "#/core/experiment/fields.ts";
import type { Fault } from "#/core/fault.ts";
import { faultText } from "#/i18n/faultText.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { isBlockNumber } from "#/i18n/valueText.ts";

/** What is wrong and what to do instead, with the field called what its label calls it. */
export function faultSentence(t: Translate, fault: Fault): string {
  const problem = fault.values?.["problem"];
  if (
    problem === "vector-before-convolution" ||
    problem === "output-size" ||
    problem === "kernel-too-large"
  ) {
    return t(`setup.shape.${problem}`, fault.values);
  }
  const path = fault.values?.["field"];
  const name = typeof path === "string" ? fieldName(t, path) : null;
  const allowed = fault.values?.["allowed"];
  const values =
    // A script may say null for "all"; in a field nobody can.
    typeof allowed === "string"
      ? { ...fault.values, allowed: allowed.replace(/, null$/, "") }
      : { ...fault.values };
  const named =
    name === null ? { ...fault, values } : { ...fault, values: { ...values, field: name } };
  if (fault.code === "field-invalid" && fault.values?.["value"] === "NaN") {
    return t("setup.needsNumber", named.values);
  }
  const { what, todo } = faultText(t, named);
  return `${what} ${todo}`;
}

function fieldName(t: Translate, path: string): string {
  if (isFieldPath(path)) return t(`setup.fields.${path}.label`);
  const part = partOf(path.split(".").slice(-2));
  return part === null ? path : t(part);
}

const parts: Readonly<Record<string, TextKey>> = {
  activation: "setup.model.parts.activation.label",
  kind: "setup.model.parts.kind.label",
  padding: "setup.model.parts.padding.label",
  dropout: "setup.model.parts.dropout.label",
  batchNorm: "setup.model.parts.batchNorm.label",
  momentum: "setup.model.parts.batchNormMomentum.label",
  epsilon: "setup.model.parts.batchNormEpsilon.label",
};

/** The label of a part of a block, by the last names of its path. */
function partOf([, last = ""]: readonly string[]): TextKey | null {
  return isBlockNumber(last) ? `setup.model.parts.${last}.label` : (parts[last] ?? null);
}
