/** The line under the plane once training has ended: the result, and what to try next. */
import { nextExperiments, type NextExperiment } from "./nextExperiments.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./GuideLine.module.css";

const selectConfig = (state: AppState) => state.config;

export function GuideEnd() {
  const t = useText();
  const format = useNumberFormat();
  const { store, metrics } = useAppParts();
  const config = useAppState(selectConfig);
  // The run has ended: its last test figures stay as they are.
  const last = metrics.current.test.at(-1);
  const start = ({ patch }: NextExperiment): void => {
    const state = store.getState();
    if (state.edit(patch) === null) void state.restart({ train: true });
  };
  return (
    <p className={styles["line"]}>
      {last !== undefined && (
        <span>{t("bar.end.trained", { nats: format(last.reconstruction + last.kl, 1) })}</span>
      )}
      <span className={styles["offers"]}>
        {t("bar.end.next")}
        {nextExperiments(config).map((next) => (
          <button
            key={next.key}
            type="button"
            className={styles["next"]}
            onClick={() => {
              start(next);
            }}
          >
            {t(next.key, next.values)}
          </button>
        ))}
      </span>
    </p>
  );
}
