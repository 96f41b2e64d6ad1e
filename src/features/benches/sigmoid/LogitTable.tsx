/** The same loss and gradient as a table, every five logits. */
import type { ReactElement } from "react";
import { logitForms, logitStudy } from "#/core/objective/logitStudy.ts";
import sizes from "#/features/benches/sigmoid/tableSize.module.css";
import { logitFigure } from "#/features/benches/sigmoid/logitFigure.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { FigureTable } from "#/ui/FigureTable.tsx";

const logits = Float32Array.from({ length: 17 }, (_, i) => 5 * i - 40);

export function LogitTable({ target }: { readonly target: number }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const studies = logitForms.map((form) => ({ form, ...logitStudy(form, target, logits) }));
  return (
    <FigureTable
      className={sizes["most"]}
      name={t("benches.logit.tableName")}
      heads={[
        t("benches.logit.logit"),
        ...(["loss", "gradient"] as const).flatMap((what) =>
          studies.map(({ form }) =>
            t(`benches.logit.${what}Of`, { form: t(`benches.logit.form.${form}`) }),
          ),
        ),
      ]}
      rows={[...logits].map((l, i) => [
        format(l, 0),
        ...(["loss", "gradient"] as const).flatMap((what) =>
          studies.map((study) => logitFigure(format, study[what][i] ?? Number.NaN)),
        ),
      ])}
    />
  );
}
