/** Words for the values of an experiment: options of a choice, parts of a block, numbers and switches. */
import { type BlockNumber, blockNumbers } from "#/core/experiment/blockFields.ts";
import { type FieldPath, type PathsOf, fieldAt, fields } from "#/core/experiment/fields.ts";
import { blockNumbersText } from "#/core/model/blockNumbers.ts";
import { type Activation, type Block, activations } from "#/core/model/spec.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

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
  if (typeof value === "number") return smallText(format, value);
  if (typeof value === "boolean") return t(value ? "setup.on" : "setup.off");
  return isChoicePath(path) ? choiceText(t, path, value) : value;
}

/** Below this, zeros after the point are too many to count. */
const countable = 1e-4;

/** 0.001 as it is, but 10⁻⁷ and 3·10⁻⁵. */
export function smallText(format: NumberFormat, value: number): string {
  if (value === 0 || !(Math.abs(value) < countable)) return format(value);
  const [mantissa = "", exponent = ""] = value.toExponential().split("e-");
  const power = `10⁻${Array.from(exponent, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`;
  return mantissa === "1" ? power : `${format(Number(mantissa))}·${power}`;
}

export function isActivation(name: string): name is Activation {
  return activations.some((activation) => activation === name);
}

export function isBlockNumber(name: string): name is BlockNumber {
  return Object.hasOwn(blockNumbers, name);
}

/** "Dense 400". */
export function blockText(t: Translate, block: Block): string {
  return `${t(`setup.model.kinds.${block.kind}`)} ${blockNumbersText(block)}`;
}
