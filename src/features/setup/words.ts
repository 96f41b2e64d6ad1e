/** Words for values: options of a choice, parts of a block, the field's own name in a fault. */
import { type BlockNumber, blockNumbers } from "#/core/experiment/blockFields.ts";
import { type FieldPath, type PathsOf, fieldAt, isFieldPath } from "#/core/experiment/fields.ts";
import type { Fault } from "#/core/fault.ts";
import { type Activation, type Block, activations } from "#/core/model/spec.ts";
import { faultText } from "#/i18n/faultText.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";
import { numbersText } from "#/features/setup/model/drawing.ts";
import { fields } from "#/core/experiment/fields.ts";

type OptionKey<P extends PathsOf<"choice"> = PathsOf<"choice">> = {
  [Path in P]: `setup.choices.${Path}.${(typeof fields)[Path]["options"][number]}`;
}[P];

/** Kinds of choice are few and their options fixed: a key made of the two is one of the texts. */
function isOption(path: PathsOf<"choice">, key: string): key is OptionKey {
  return fields[path].options.some((option) => key === `setup.choices.${path}.${option}`);
}

/** What an option is called; the value itself for one that is no option. */
export function choiceText(t: Translate, path: PathsOf<"choice">, value: string): string {
  const key = `setup.choices.${path}.${value}`;
  return isOption(path, key) ? t(`${key}.name`) : value;
}

/** What an option does, in one sentence. */
export function choiceEffect(t: Translate, path: PathsOf<"choice">, value: string): string {
  const key = `setup.choices.${path}.${value}`;
  return isOption(path, key) ? t(`${key}.does`) : "";
}

export function isChoicePath(path: FieldPath): path is PathsOf<"choice"> {
  return fieldAt(path).kind === "choice";
}

/** Any field's value in words, blocks aside. */
export function valueText(
  t: Translate,
  format: NumberFormat,
  path: FieldPath,
  value: string | number | boolean | null,
): string {
  if (value === null) return t("setup.restart.all");
  if (typeof value === "number") return format(value);
  if (typeof value === "boolean") return t(value ? "setup.on" : "setup.off");
  return isChoicePath(path) ? choiceText(t, path, value) : value;
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
