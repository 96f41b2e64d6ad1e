/** The curves as a table: about forty recorded steps, evenly through the run, the newest first. */
import type { ReactElement } from "react";
import styles from "#/features/learning/CurveTable.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { MetricsView } from "#/state/types.ts";

const ROWS = 40;

export function CurveTable({ view }: { readonly view: MetricsView }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const stride = Math.max(1, Math.ceil(view.length / ROWS));
  const rows: number[] = [];
  for (let i = view.length - 1; i >= 0; i -= stride) rows.push(i);
  return (
    <div
      className={styles["scroll"]}
      // A scrolling region must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t("learning.tableName")}
    >
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("learning.step")}</th>
            <th scope="col">{t("learning.total")}</th>
            <th scope="col">{t("learning.reconstruction")}</th>
            <th scope="col">{t("learning.kl")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((i) => {
            const reconstruction = view.reconstruction[i] ?? Number.NaN;
            const kl = view.kl[i] ?? Number.NaN;
            return (
              <tr key={i}>
                <th scope="row">{number(view.steps[i] ?? 0)}</th>
                <td>{number(reconstruction + (view.beta[i] ?? 1) * kl, 1)}</td>
                <td>{number(reconstruction, 1)}</td>
                <td>{number(kl, 1)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
