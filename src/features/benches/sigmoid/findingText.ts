/** A lane's finding in sentences. */
import { assertNever } from "#/core/assertNever.ts";
import type { DrawnFinding, LaneFinding } from "#/features/benches/sigmoid/findings.ts";
import type { Translate } from "#/i18n/keys.ts";
import type { NumberFormat } from "#/i18n/useNumberFormat.ts";

export function findingText(
  t: Translate,
  format: NumberFormat,
  { gives, range, drawn }: LaneFinding,
): string[] {
  const decimals = gives === "pixels" ? 2 : 1;
  const values = { low: format(range.low, decimals), high: format(range.high, decimals) };
  return [t(`benches.sigmoid.said.${gives}`, values), drawnText(t, format, gives, drawn)];
}

function drawnText(
  t: Translate,
  format: NumberFormat,
  gives: LaneFinding["gives"],
  drawn: DrawnFinding,
): string {
  const percent = (share: number) => format(100 * share, 0);
  switch (drawn.id) {
    case "asMeant":
      return t(`benches.sigmoid.said.asMeant.${gives}`);
    case "sameRange":
      return t("benches.sigmoid.said.sameRange");
    case "pale":
      return t("benches.sigmoid.said.pale", {
        black: percent(drawn.black),
        white: percent(drawn.white),
      });
    case "cut":
      return t("benches.sigmoid.said.cut", { share: percent(drawn.share) });
    case "squashed":
      return t("benches.sigmoid.said.squashed", {
        low: format(drawn.low, 2),
        high: format(drawn.high, 2),
      });
    default:
      return assertNever(drawn);
  }
}
