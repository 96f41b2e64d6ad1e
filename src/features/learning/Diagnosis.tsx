/**
 * One chip above the chart: the most serious finding, its cause and its cure, and the way to the
 * control that mends it. It comes and goes only while nobody's hand or focus is in the column.
 */
import { useState, type ReactElement } from "react";
import { findingText } from "#/features/learning/findingText.ts";
import styles from "#/features/learning/Diagnosis.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";

const selectDiagnosis = (state: AppState) => state.diagnosis;
const selectRunId = (state: AppState) => state.runId;

const icons = { wrong: "warning", caution: "warning", good: "check" } as const;

export function Diagnosis({ held }: { readonly held: boolean }): ReactElement | null {
  const t = useText();
  const number = useNumberFormat();
  const { store } = useAppParts();
  const newest = useAppState(selectDiagnosis);
  const runId = useAppState(selectRunId);
  const [shown, setShown] = useState({ finding: newest, runId });
  const due = !held || shown.runId !== runId;
  if (due && (shown.finding !== newest || shown.runId !== runId)) {
    setShown({ finding: newest, runId });
  }
  const { finding } = shown;
  if (finding === null) return null;
  const { what, why, cure } = findingText(t, number, finding);
  const { severity, field } = finding;
  return (
    <aside
      className={styles["chip"]}
      aria-label={t("learning.diagnosis.label")}
      data-testid="diagnosis"
      data-finding={finding.id}
      data-severity={severity}
    >
      <span role="img" aria-label={t(`learning.diagnosis.severity.${severity}`)}>
        <Icon name={icons[severity]} />
      </span>
      <p>{t("learning.diagnosis.said", { what, why, cure })}</p>
      {field !== null && (
        <Button
          onClick={() => {
            store.getState().seek(field);
          }}
        >
          {t("learning.diagnosis.show")}
        </Button>
      )}
    </aside>
  );
}
