/**
 * The history of the model under the plane: a track of its frames to scrub and replay, live at the
 * right end. Training goes on while one looks back. While held, the track stands still: frames that
 * come meanwhile wait at the live end.
 */
import { useCallback, type ReactElement } from "react";
import { GoOn } from "#/features/history/GoOn.tsx";
import { HistoryTrack } from "#/features/history/HistoryTrack.tsx";
import styles from "#/features/history/HistoryStrip.module.css";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button, IconButton } from "#/ui/Button.tsx";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectScrubbed = (state: AppState) => state.scrubbed;
const selectReplaying = (state: AppState) => state.replaying;
const selectScrubTo = (state: AppState) => state.scrubTo;
const selectSetReplaying = (state: AppState) => state.setReplaying;

/** ms between renders of the words; the track itself is drawn with every frame. */
const pace = 250;

export function HistoryStrip(): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { frames } = useAppParts();
  usePacedTime(frames, pace);
  const scrubbed = useAppState(selectScrubbed);
  const replaying = useAppState(selectReplaying);
  const scrubTo = useAppState(selectScrubTo);
  const setReplaying = useAppState(selectSetReplaying);
  const count = frames.list().length;
  const step = frames.shown()?.step;

  const scrub = useCallback(
    (index: number | null) => {
      setReplaying(false);
      scrubTo(index);
    },
    [scrubTo, setReplaying],
  );

  return (
    <div className={styles["history"]}>
      <IconButton
        icon={replaying ? "pause" : "play"}
        label={t(replaying ? "tabs.history.stopReplay" : "tabs.history.replay")}
        disabled={count < 2}
        onClick={() => {
          if (replaying) scrub(null);
          else setReplaying(true);
        }}
      />
      <HistoryTrack onScrub={scrub} />
      <div className={styles["status"]} data-back={scrubbed !== null}>
        {scrubbed === null || step === undefined ? (
          <span className={styles["live"]}>
            {step === undefined ? "" : t("tabs.history.live", { step: format(step) })}
          </span>
        ) : (
          <>
            <span>{t("tabs.history.step", { step: format(step) })}</span>
            <Button
              look="quiet"
              onClick={() => {
                scrub(null);
              }}
            >
              {t("tabs.history.backToLive")}
            </Button>
            <GoOn />
          </>
        )}
      </div>
    </div>
  );
}
