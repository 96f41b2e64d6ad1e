/** Where one lane stands, in words: phase, step, epoch, images; of a stopped one, where and why. */
import type { ReactElement } from "react";
import { useStore } from "zustand";
import styles from "#/features/compare/LaneHead.module.css";
import { faultText } from "#/i18n/faultText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

const selectPhase = (state: AppState) => state.phase;
const selectProgress = (state: AppState) => state.progress;
const selectFault = (state: AppState) => state.fault;

export function LaneStatus({ lane }: { readonly lane: Lane }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { store } = lane.app;
  const phase = useStore(store, selectPhase);
  const progress = useStore(store, selectProgress);
  const fault = useStore(store, selectFault);
  const step = format(progress?.step ?? 0, 0);
  if (fault !== null) {
    const why = faultText(t, fault).what;
    const ended = phase === "stopped" || phase === "failed";
    const words = ended ? t("compare.stoppedAt", { step, why }) : why;
    return (
      <p className={styles["stopped"]} role="alert" title={words}>
        {words}
      </p>
    );
  }
  const name = t(`compare.phases.${phase}`);
  return (
    <p className={styles["status"]} data-phase={phase}>
      {progress === null
        ? name
        : t("compare.phase", {
            phase: name,
            step,
            epoch: format(progress.epoch, 1),
            images: format(progress.imagesSeen, 0),
          })}
    </p>
  );
}
