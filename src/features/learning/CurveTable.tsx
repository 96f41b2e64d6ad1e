/** The curves as a table: about forty recorded steps, evenly through the run, the newest first. */
import type { ReactElement } from "react";
import { figureText, natsText } from "#/features/learning/figureText.ts";
import heights from "#/features/learning/tableHeights.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { MetricsView } from "#/state/partTypes.ts";
import { FigureTable } from "#/ui/FigureTable.tsx";

const ROWS = 40;

export function CurveTable({ view }: { readonly view: MetricsView }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const stride = Math.max(1, Math.ceil(view.length / ROWS));
  const rows: string[][] = [];
  for (let i = view.length - 1; i >= 0; i -= stride) {
    const at = (column: ArrayLike<number>): number => column[i] ?? Number.NaN;
    rows.push([
      number(view.steps[i] ?? 0),
      ...[view.total, view.reconstruction, view.kl].map((column) =>
        natsText(number, at(column), 1),
      ),
      figureText(number, at(view.lossTotal)),
    ]);
  }
  return (
    <FigureTable
      name={t("learning.tableName")}
      className={heights["tall"]}
      heads={[
        t("learning.step"),
        t("learning.total"),
        t("learning.reconstruction"),
        t("learning.kl"),
        t("learning.lossAsWritten"),
      ]}
      rows={rows}
    />
  );
}
