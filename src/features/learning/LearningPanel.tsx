/** The Learning column: curves, KL of each dimension, held-out figures; each with a table. */
import { useState, type ReactElement } from "react";
import { curvesToCsv } from "#/core/metrics/csv.ts";
import { EvaluationCard } from "#/features/learning/EvaluationCard.tsx";
import { KlSection } from "#/features/learning/KlSection.tsx";
import styles from "#/features/learning/LearningPanel.module.css";
import { LossChart } from "#/features/learning/LossChart.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { saveFile } from "#/ui/saveFile.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectLog = (state: AppState) => state.logScale;
const selectSetLog = (state: AppState) => state.setLogScale;
const selectPreset = (state: AppState) => state.preset;

export function LearningPanel(): ReactElement {
  const t = useText();
  const { metrics } = useAppParts();
  const log = useAppState(selectLog);
  const setLog = useAppState(selectSetLog);
  const preset = useAppState(selectPreset);
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <div className={styles["panel"]}>
      <header className={styles["header"]}>
        <h2>{t("learning.title")}</h2>
        <div className={styles["choices"]}>
          <ToggleGroup
            label={t("learning.scale")}
            value={log ? "log" : "linear"}
            options={[
              { value: "linear", label: t("learning.linear") },
              { value: "log", label: t("learning.log") },
            ]}
            onChange={(value) => {
              setLog(value === "log");
            }}
          />
          <ToggleGroup
            label={t("learning.view")}
            value={view}
            options={[
              { value: "chart", label: t("learning.chart") },
              { value: "table", label: t("learning.table") },
            ]}
            onChange={setView}
          />
        </div>
      </header>
      <p className={styles["unit"]}>{t("learning.unit")}</p>
      <LossChart view={view} />
      <KlSection view={view} />
      <EvaluationCard />
      <Button
        className={styles["save"]}
        onClick={() => {
          const csv = curvesToCsv(metrics.current);
          saveFile(`${preset}.csv`, new Blob([csv], { type: "text/csv" }));
        }}
      >
        {t("learning.saveCsv")}
      </Button>
    </div>
  );
}
