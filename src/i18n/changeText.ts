/**
 * A change as the bar at the foot says it: "latent dimensions 2 → 8", "ReLU → SiLU". Data sets go by
 * their names, which only their list knows.
 */
import type { Change, ChangeValue } from "#/core/experiment/diff.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";
import type { TextKey, Translate } from "#/i18n/keys.ts";
import { blockText, isActivation, isBlockNumber, valueText } from "#/i18n/valueText.ts";

export function changeText(
  t: Translate,
  format: NumberFormat,
  change: Change,
  dataSets: readonly { readonly id: string; readonly name: string }[] = [],
): string {
  switch (change.kind) {
    case "field": {
      const { path, from, to } = change;
      const named = (value: ChangeValue) =>
        path === "data.set" ? dataSets.find(({ id }) => id === value)?.name : undefined;
      const show = (value: ChangeValue): string =>
        named(value) ?? valueText(t, format, path, value);
      return `${t(`setup.fields.${path}.label`)} ${show(from)} → ${show(to)}`;
    }
    case "part": {
      const arrow = `${partValue(t, format, change.from)} → ${partValue(t, format, change.to)}`;
      const label = partLabel(change.part);
      return label === null ? arrow : `${t(label)} ${arrow}`;
    }
    case "block": {
      const { from, to } = change;
      if (from === null)
        return to === null ? "" : t("setup.restart.added", { block: blockText(t, to) });
      if (to === null) return t("setup.restart.removed", { block: blockText(t, from) });
      return `${blockText(t, from)} → ${blockText(t, to)}`;
    }
  }
}

/** Activations speak for themselves. */
function partLabel(part: string): TextKey | null {
  if (isBlockNumber(part)) return `setup.model.parts.${part}.label`;
  if (part === "batchNorm" || part === "dropout" || part === "padding") {
    return `setup.model.parts.${part}.label`;
  }
  return null;
}

function partValue(t: Translate, format: NumberFormat, value: ChangeValue): string {
  if (typeof value === "number") return format(value);
  const name = String(value);
  if (isActivation(name)) return t(`setup.model.activations.${name}`);
  if (name === "same" || name === "valid") return t(`setup.model.paddings.${name}`);
  return name === "none" ? t("setup.off") : name;
}
