/** What a sheet shows where that is not p: nothing where it is. */
import type { ReactElement } from "react";
import type { Figure } from "#/core/objective/display.ts";
import styles from "#/features/samples/Sheets.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectDisplay = (state: AppState) => state.built.objective.display;

/** @param props.figure its range, where it is known. */
export function DisplayNote({ figure }: { readonly figure: Figure | null }): ReactElement | null {
  const t = useText();
  const format = useNumberFormat();
  const display = useAppState(selectDisplay);
  if (display === "sigmoid") return null;
  const range =
    figure === null
      ? ""
      : `${t("common.ownRange", { low: format(figure.low, 1), high: format(figure.high, 1) })} · `;
  return (
    <p className={styles["help"]}>
      {range}
      {t(`tabs.display.${display}`)}
    </p>
  );
}
