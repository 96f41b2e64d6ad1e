/** The KL bars as a table. */
import type { ReactElement } from "react";
import type { KlBar } from "#/charts/KlBars.tsx";
import styles from "#/features/learning/CurveTable.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";

export function KlTable({ bars }: { readonly bars: readonly KlBar[] }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  return (
    <div
      className={styles["short"]}
      // A scrolling region must be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t("learning.klBarsTitle")}
    >
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("learning.dimension")}</th>
            <th scope="col">{t("learning.kl")}</th>
            <th scope="col">{t("learning.active")}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.dimension}>
              <th scope="row">{bar.dimension + 1}</th>
              <td>{number(bar.kl, 2)}</td>
              <td>{t(bar.active ? "learning.yes" : "learning.no")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
