/** Words and numbers of the run, each in a place of its own width, so that none pushes another. */
import { clockText, epochOf, progressFraction, runStatus, secondsLeft } from "./runStatus.ts";
import { useRunStatus } from "./useRunStatus.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./RunStatus.module.css";

const selectEpochs = (state: AppState) => state.config.training.epochs;

/** Spaces as wide as the figures that `number` lacks, so that it pushes nothing as it grows. */
function room(number: string, widest: number): string {
  return "\u2007".repeat(Math.max(0, widest - number.length));
}

export function RunStatus() {
  const t = useText();
  const format = useNumberFormat();
  const input = useRunStatus();
  const planned = useAppState(selectEpochs);
  const status = runStatus(input, format);
  const { progress, dataset, phase, pace } = input;
  const notComparable = progress?.comparable === false || (dataset?.failed.length ?? 0) > 0;
  const started = progress !== null && progress.step > 0;
  const running = phase === "training";
  const step = format(progress?.step ?? 0, 0);
  const rate = format(progress?.imagesPerSecond ?? 0, 0);
  const left = progress !== null && running ? secondsLeft(progress, pace) : null;
  return (
    <div className={styles["status"]} data-testid="run-status">
      <span className={styles["phase"]} data-phase={phase}>
        {t(status.key, status.values)}
      </span>
      {progress !== null && phase !== "loading" && (
        <>
          <span className={styles["epoch"]}>
            {t("training.epochOf", epochOf(progress, planned))}
          </span>
          <span className={styles["step"]}>
            {t("training.atStep", { step })}
            {room(step, format(progress.targetStep, 0).length)}
          </span>
          {started && running && (
            <span className={styles["rate"]}>
              {t("training.imagesPerSecond", { rate })}
              {room(rate, 6)}
            </span>
          )}
          <span className={styles["left"]}>
            {left === null ? "" : t("training.timeLeft", { time: clockText(left) })}
          </span>
        </>
      )}
      {notComparable && (
        <span className={styles["mark"]} title={t("training.notComparableWhy")}>
          {t("training.notComparable")}
        </span>
      )}
    </div>
  );
}

/** The 2 px line under the bar. */
export function ProgressLine() {
  const t = useText();
  const input = useRunStatus();
  const fraction = progressFraction(input);
  return (
    <div
      className={styles["line"]}
      role="progressbar"
      aria-label={t("training.progress")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(fraction * 100)}
    >
      <div style={{ transform: `scaleX(${fraction.toFixed(4)})` }} />
    </div>
  );
}
