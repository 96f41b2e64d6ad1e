/** How far an import is, and the way to end it. */
import type { ImportProgress } from "#/core/data/ownImages.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import styles from "./OwnImages.module.css";

interface ImportRunningProps {
  readonly progress: ImportProgress;
  readonly onStop: () => void;
}

export function ImportRunning({ progress, onStop }: ImportRunningProps) {
  const t = useText();
  const format = useNumberFormat();
  const { done, total, skipped } = progress;
  const words = t(skipped === 0 ? "ownImages.importing" : "ownImages.importingSkipped", {
    done: format(done),
    total: format(total),
    skipped: format(skipped),
  });
  return (
    <div className={styles["running"]} data-testid="own-progress">
      <progress max={total} value={done} aria-label={t("ownImages.title")} />
      <span className={styles["count"]}>{words}</span>
      <Button onClick={onStop} data-testid="own-stop">
        {t("ownImages.stop")}
      </Button>
    </div>
  );
}
