/** The Experiment panel, a chunk of its own that follows the first paint; its frames stand ready. */
import { Suspense } from "react";
import { lazyColumn } from "./lazyColumn.ts";
import { useText } from "#/i18n/useText.ts";
import styles from "./ExperimentColumn.module.css";

const ExperimentPanel = lazyColumn(
  async () => (await import("#/features/setup/ExperimentPanel.tsx")).ExperimentPanel,
);

export function ExperimentColumn() {
  return (
    <Suspense fallback={<Waiting />}>
      <ExperimentPanel />
    </Suspense>
  );
}

function Waiting() {
  const t = useText();
  return (
    <div className={styles["waiting"]} aria-busy="true">
      <h2>{t("app.region.experiment")}</h2>
      <div />
      <div />
    </div>
  );
}
