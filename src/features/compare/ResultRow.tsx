/** One lane's results, or that it has none yet. */
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { resultColumns } from "#/features/compare/ResultHead.tsx";
import styles from "#/features/compare/Tables.module.css";
import { useNumberFormat, type NumberFormat } from "#/i18n/useNumberFormat.ts";
import type { Translate } from "#/i18n/keys.ts";
import { useText } from "#/i18n/useText.ts";
import type { Lane, LaneResult } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { LaneMark } from "#/ui/LaneMark.tsx";

const selectStep = (state: AppState) => state.progress?.step ?? 0;

interface ResultRowProps {
  readonly index: number;
  readonly lane: Lane;
  readonly result: LaneResult | null;
}

export function ResultRow({ index, lane, result }: ResultRowProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const step = useStore(lane.app.store, selectStep);
  const stale = result !== null && result.step !== step;
  const columns = resultColumns.filter((column) => column !== "letter");
  return (
    <tr data-stale={stale}>
      <th scope="row">
        <span className={styles["lane"]}>
          <LaneMark index={index} letter={lane.letter} />
          {stale && (
            <span className={styles["words"]}>
              {t("compare.results.stale", { step: format(result.step, 0) })}
            </span>
          )}
        </span>
      </th>
      {result === null ? (
        <td colSpan={columns.length}>{t("compare.results.none")}</td>
      ) : (
        columns.map((column) => (
          <td
            key={column}
            {...(column === "negativeElbo" && result.negativeElbo === null
              ? { title: t("compare.results.notBound") }
              : {})}
          >
            {cellText(t, format, result, column)}
          </td>
        ))
      )}
    </tr>
  );
}

type Column = Exclude<(typeof resultColumns)[number], "letter">;

function cellText(t: Translate, format: NumberFormat, result: LaneResult, column: Column): string {
  switch (column) {
    case "negativeElbo":
      return result.negativeElbo === null ? "–" : format(result.negativeElbo, 1);
    case "reconstruction":
      return format(result.reconstruction, 1);
    case "kl":
      return format(result.kl, 2);
    case "activeUnits":
      return t("compare.results.active", { active: result.activeUnits, latent: result.latent });
    case "diversity":
      return format(result.diversity, 3);
    case "sharpness":
      return format(result.sharpness, 4);
    case "seconds":
      return t("compare.results.time", { seconds: format(result.seconds, 1) });
    case "step":
      return format(result.step, 0);
  }
}
