/** What validation has found so far in words, and why training ended where patience ended it. */
import type { ReactElement } from "react";
import { figureText } from "#/features/learning/figureText.ts";
import styles from "#/features/learning/LearningPanel.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectTraining = (state: AppState) => state.config.training;
const selectProgress = (state: AppState) => state.progress;

export function ValidationNote(): ReactElement | null {
  const t = useText();
  const number = useNumberFormat();
  const { patience, restoreBest } = useAppState(selectTraining);
  const progress = useAppState(selectProgress);
  const validation = progress?.validation ?? null;
  if (progress === null || validation === null) return null;
  const { best, bestStep, waited } = validation;
  const step = number(bestStep, 0);
  const found = t("learning.ended.best", { loss: figureText(number, best), step });
  const since = patience > 0 ? ` · ${t("learning.ended.waited", { waited, patience })}` : "";
  const weights = restoreBest
    ? t("learning.ended.bestRestored", { step })
    : t("learning.ended.lastKept");
  return (
    <p className={styles["validation"]} role="status" data-testid="validation">
      {progress.stoppedEarly
        ? `${t("learning.ended.early", { epoch: Math.round(progress.epoch), count: patience, weights })} · ${found}`
        : found + since}
    </p>
  );
}
