/** A change as the bar at the foot says it: "latent dimensions 2 → 8", "ReLU → SiLU". */
import type { Change, ChangeValue } from "#/core/experiment/diff.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";
import type { Translate } from "#/i18n/keys.ts";
import { blockText, choiceText, isActivation, isBlockNumber } from "#/features/setup/words.ts";

export function changeText(t: Translate, format: NumberFormat, change: Change): string {
  switch (change.kind) {
    case "field": {
      const { path } = change;
      const show = (value: ChangeValue): string => {
        if (value === null) return t("setup.restart.all");
        if (typeof value === "number") return format(value);
        return choiceText(t, value);
      };
      return `${t(`setup.fields.${path}.label`)} ${show(change.from)} → ${show(change.to)}`;
    }
    case "part": {
      const show = (value: ChangeValue): string => {
        if (typeof value === "number") return format(value);
        const name = String(value);
        return isActivation(name) ? t(`setup.model.activations.${name}`) : name;
      };
      const arrow = `${show(change.from)} → ${show(change.to)}`;
      return isBlockNumber(change.part)
        ? `${t(`setup.model.parts.${change.part}.label`)} ${arrow}`
        : arrow;
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
