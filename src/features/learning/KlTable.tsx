/** The KL bars as a table. */
import type { ReactElement } from "react";
import type { KlBar } from "#/charts/KlBars.tsx";
import heights from "#/features/learning/tableHeights.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { FigureTable } from "#/ui/FigureTable.tsx";

export function KlTable({ bars }: { readonly bars: readonly KlBar[] }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  return (
    <FigureTable
      name={t("learning.klBarsTitle")}
      className={heights["short"]}
      heads={[t("learning.dimension"), t("learning.kl"), t("learning.active")]}
      rows={bars.map((bar) => [
        number(bar.dimension + 1),
        number(bar.kl, 2),
        t(bar.active ? "learning.yes" : "learning.no"),
      ])}
    />
  );
}
