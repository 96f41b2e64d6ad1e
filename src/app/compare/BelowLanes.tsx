/** Under the lanes: curves, numbers or results; then what looks at all lanes alike, and the history. */
import { useState } from "react";
import styles from "./ComparePage.module.css";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { History } from "../LatentColumn.tsx";
import { LaneCharts } from "#/features/compare/LaneCharts.tsx";
import { LaneNumbers } from "#/features/compare/LaneNumbers.tsx";
import { ResultsTable } from "#/features/compare/ResultsTable.tsx";
import { ScaleControls } from "#/features/compare/ScaleControls.tsx";
import { PlaneToolbar } from "#/features/latent/PlaneToolbar.tsx";
import { useText } from "#/i18n/useText.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const contents = ["curves", "numbers", "results"] as const;
type Content = (typeof contents)[number];

export function BelowLanes() {
  const t = useText();
  const [content, setContent] = useState<Content>("curves");
  return (
    <>
      <section className={styles["below"]} aria-label={t("compare.charts.label")}>
        <div className={styles["belowHead"]}>
          <ToggleGroup
            label={t("compare.charts.show")}
            value={content}
            options={contents.map((value) => ({ value, label: t(`compare.charts.${value}`) }))}
            onChange={setContent}
          />
          {content !== "results" && <ScaleControls />}
        </div>
        <ErrorBoundary>
          {content === "curves" && <LaneCharts />}
          {content === "numbers" && <LaneNumbers />}
          {content === "results" && <ResultsTable />}
        </ErrorBoundary>
      </section>
      <section className={styles["shared"]} aria-label={t("compare.allLanes")}>
        <PlaneToolbar />
        <History />
      </section>
    </>
  );
}
