/** The one line under the plane: what has been seen, what to do, and at the end what to try next. */
import { guideSentence, nextExperiments, type NextExperiment } from "./guide.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./GuideLine.module.css";

const selectDone = (state: AppState) => state.phase === "done";
const selectImagesSeen = (state: AppState) => state.progress?.imagesSeen ?? 0;
const selectTouched = (state: AppState) => state.touched;
const selectConfig = (state: AppState) => state.config;

export function GuideLine() {
  const t = useText();
  const format = useNumberFormat();
  const done = useAppState(selectDone);
  const imagesSeen = useAppState(selectImagesSeen);
  const touched = useAppState(selectTouched);
  const config = useAppState(selectConfig);
  if (done) return <EndLine />;
  const sentence = guideSentence({
    imagesSeen,
    latent: config.model.latent,
    digits: config.data.set === "mnist",
    touched,
    format,
  });
  return <p className={styles["line"]}>{t(sentence.key, sentence.values)}</p>;
}

function EndLine() {
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
        <span>
          {t("training.guide.trained", { nats: format(last.reconstruction + last.kl, 1) })}
        </span>
      )}
      <span className={styles["offers"]}>
        {t("training.guide.next")}
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
