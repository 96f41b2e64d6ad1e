/**
 * Which place of the sigmoid each lane will have, before the lanes are asked for: letters go by
 * position, so those of the comparison are not those of the sigmoid bench.
 */
import type { WhatIf } from "#/core/experiment/whatIfs.ts";
import type { Translate } from "#/i18n/keys.ts";
import { choiceText } from "#/i18n/valueText.ts";
import { laneLetters, type Lane } from "#/state/lanes/types.ts";

/** @param first lane A. @param asked the places it does not have, in the order they are added. */
export function trioText(t: Translate, first: Lane | undefined, asked: readonly WhatIf[]): string {
  const name = (place = ""): string => choiceText(t, "objective.sigmoid", place);
  const own = first?.app.store.getState().config.objective.sigmoid;
  const lanes = asked.map(({ patch }, i) =>
    t("compare.empty.trioLane", {
      letter: laneLetters[i + 1] ?? "",
      place: name(patch.objective?.sigmoid),
    }),
  );
  const stays = t("compare.empty.trioStays", { place: name(own) });
  return t("compare.empty.trio", { lanes: [stays, ...lanes].join(t("compare.separator")) });
}
