/** Words for values: options of a choice, parts of a block, the field's own name in a fault. */
import type { Fault } from "#/core/fault.ts";
import { type Activation, type Block, activations } from "#/core/model/spec.ts";
import { type BlockNumber, blockNumbers } from "#/core/experiment/blockFields.ts";
import { isFieldPath } from "#/core/experiment/fields.ts";
import { faultText } from "#/i18n/faultText.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { numbersText } from "#/features/setup/model/drawing.ts";

const optionKeys: Readonly<Record<string, TextKey>> = {
  glorot: "setup.options.weightInit.glorot",
  he: "setup.options.weightInit.he",
  pytorch: "setup.options.weightInit.pytorch",
  adam: "setup.options.kind.adam",
  keep: "setup.options.lastBatch.keep",
  drop: "setup.options.lastBatch.drop",
};

export function choiceText(t: Translate, value: string): string {
  const key = optionKeys[value];
  return key === undefined ? value : t(key);
}

export function isActivation(name: string): name is Activation {
  return activations.some((activation) => activation === name);
}

export function isBlockNumber(name: string): name is BlockNumber {
  return Object.hasOwn(blockNumbers, name);
}

/** "Dense 400". */
export function blockText(t: Translate, block: Block): string {
  return `${t(`setup.model.kinds.${block.kind}`)} ${numbersText(block)}`;
}

/** What is wrong and what to do instead, with the field called what its label calls it. */
export function faultSentence(t: Translate, fault: Fault): string {
  const problem = fault.values?.["problem"];
  if (problem === "vector-before-convolution" || problem === "output-size") {
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
  const part = path.split(".").at(-1) ?? "";
  return isBlockNumber(part) || part === "activation" || part === "kind"
    ? t(`setup.model.parts.${part}.label`)
    : path;
}
