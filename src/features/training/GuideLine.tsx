/** The one line under the plane: what has been seen and what to do. */
import { lazy, Suspense } from "react";
import { guideSentence } from "./guide.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { loadLaterEnglish } from "#/i18n/translate.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import styles from "./GuideLine.module.css";

const GuideEnd = lazy(async () => {
  const [{ GuideEnd: component }] = await Promise.all([
    import("./GuideEnd.tsx"),
    loadLaterEnglish(),
  ]);
  return { default: component };
});

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
  if (done) {
    return (
      <Suspense fallback={<p className={styles["line"]} />}>
        <GuideEnd />
      </Suspense>
    );
  }
  const sentence = guideSentence({
    imagesSeen,
    latent: config.model.latent,
    digits: config.data.set === "mnist",
    touched,
    format,
  });
  return <p className={styles["line"]}>{t(sentence.key, sentence.values)}</p>;
}
