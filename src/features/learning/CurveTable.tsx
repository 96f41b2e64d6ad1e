/** The curves as a table: about forty recorded steps, evenly through the run, the newest first. */
import type { ReactElement } from "react";
import { FigureTable } from "#/features/learning/FigureTable.tsx";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { MetricsView } from "#/state/types.ts";

const ROWS = 40;

export function CurveTable({ view }: { readonly view: MetricsView }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const stride = Math.max(1, Math.ceil(view.length / ROWS));
  const rows: string[][] = [];
  for (let i = view.length - 1; i >= 0; i -= stride) {
    const reconstruction = view.reconstruction[i] ?? Number.NaN;
    const kl = view.kl[i] ?? Number.NaN;
    const total = reconstruction + (view.beta[i] ?? 1) * kl;
    rows.push([
      number(view.steps[i] ?? 0),
      ...[total, reconstruction, kl].map((nats) => number(nats, 1)),
    ]);
  }
  return (
    <FigureTable
      name={t("learning.tableName")}
      height="tall"
      heads={[
        t("learning.step"),
        t("learning.total"),
        t("learning.reconstruction"),
        t("learning.kl"),
      ]}
      rows={rows}
    />
  );
}
