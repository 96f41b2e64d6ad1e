/** The Learning panel, whose charts come in a chunk of their own; until then its place stands ready. */
import { Suspense } from "react";
import { lazyColumn } from "./lazyColumn.ts";
import { useText } from "#/i18n/useText.ts";
import styles from "./LearningColumn.module.css";

const LearningPanel = lazyColumn(
  async () => (await import("#/features/learning/LearningPanel.tsx")).LearningPanel,
);

export function LearningColumn() {
  return (
    <div className={styles["surface"]}>
      <Suspense fallback={<Waiting />}>
        <LearningPanel />
      </Suspense>
    </div>
  );
}

/** Heading and frames at their final sizes, so that nothing shifts when the charts arrive. */
function Waiting() {
  const t = useText();
  return (
    <div className={styles["waiting"]} aria-busy="true">
      <h2>{t("app.region.learning")}</h2>
      <div className={styles["loss"]} />
      <div className={styles["bars"]} />
    </div>
  );
}
