/** The Learning column: curves, KL of each dimension, held-out figures; each with a table. */
import { useRef, useState, type ReactElement } from "react";
import { curvesToCsv } from "#/core/metrics/csv.ts";
import { ConventionLine, useEffectiveBeta } from "#/features/learning/ConventionLine.tsx";
import { Diagnosis } from "#/features/learning/Diagnosis.tsx";
import { EvaluationCard } from "#/features/learning/EvaluationCard.tsx";
import { factorText } from "#/features/learning/figureText.ts";
import { KlSection } from "#/features/learning/KlSection.tsx";
import styles from "#/features/learning/LearningPanel.module.css";
import { LossChart } from "#/features/learning/LossChart.tsx";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { ValidationNote } from "#/features/learning/ValidationNote.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { saveFile } from "#/ui/saveFile.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";
import { useHeld } from "#/ui/useHeld.ts";

const selectLog = (state: AppState) => state.logScale;
const selectSetLog = (state: AppState) => state.setLogScale;
const selectSampling = (state: AppState) => state.config.objective.sampling;
const selectPreset = (state: AppState) => state.preset;

export function LearningPanel(): ReactElement {
  const t = useText();
  const { metrics } = useAppParts();
  const log = useAppState(selectLog);
  const setLog = useAppState(selectSetLog);
  const preset = useAppState(selectPreset);
  const [view, setView] = useState<"chart" | "table">("chart");
  const panel = useRef<HTMLDivElement>(null);
  const [held] = useHeld(panel);
  return (
    <div ref={panel} className={styles["panel"]}>
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
      <Unit />
      <Diagnosis held={held} />
      <ConventionLine />
      <LossChart view={view} />
      <ValidationNote />
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

/** The convention of the curves, and what the total is made of where KL does not count once. */
function Unit(): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const beta = useEffectiveBeta();
  const sampling = useAppState(selectSampling);
  const text = !sampling
    ? t("learning.unitAutoencoder")
    : Math.abs(beta - 1) < 1e-6
      ? t("learning.unit")
      : t("learning.unitWeighted", { beta: factorText(number, beta) });
  return <p className={styles["unit"]}>{text}</p>;
}
