/**
 * Slow motion: the batch of the very next training step crosses the model in seven phases, with its
 * real numbers on one of its images. Back and forth within the step; "next step" takes it. A run that
 * trains has no next step to stand at: it is paused here first.
 */
import { useMemo, useState, type ReactElement } from "react";
import { SlowControls } from "#/features/slow/SlowControls.tsx";
import { SlowDrawing } from "#/features/slow/SlowDrawing.tsx";
import { phases } from "#/features/slow/phases.ts";
import styles from "#/features/slow/SlowMotion.module.css";
import { usePhases } from "#/features/slow/usePhases.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import { useReducedMotion } from "#/ui/useReducedMotion.ts";

export interface SlowMotionProps {
  /** 1 … 7, each phase that is shown. */
  readonly onPhase?: (index: number) => void;
}

const selectStep = (state: AppState) => state.progress?.step ?? 0;
const selectRun = (state: AppState) => state.runId;
const selectPhase = (state: AppState) => state.phase;
const selectPause = (state: AppState) => state.pause;
const selectTrain = (state: AppState) => state.train;
const selectOnlyInTraining = ({ built: { model } }: AppState) =>
  [...model.encoder, ...model.decoder].some(
    ({ batchNorm, dropout = 0 }) => batchNorm !== undefined || dropout > 0,
  );

export function SlowMotion({ onPhase }: SlowMotionProps): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const { inspector } = useAppParts();
  const step = useAppState(selectStep);
  const run = useAppState(selectRun);
  const phaseOfRun = useAppState(selectPhase);
  const train = useAppState(selectTrain);
  const onlyInTraining = useAppState(selectOnlyInTraining);
  const still = useReducedMotion();
  const [image, setImage] = useState(0);
  // A step that is taken here is no run to be paused.
  const [taking, setTaking] = useState(false);
  const resting = phaseOfRun === "ready" || phaseOfRun === "paused" || phaseOfRun === "done";
  const ask = useMemo(
    () =>
      resting
        ? async (signal: AbortSignal) => ({ run, ...(await inspector.nextStep(signal)) })
        : null,
    [resting, inspector, run],
  );
  const { value, fault } = useAnswer(ask, step);
  // What was asked before the last step, or of another run, is no longer the next one.
  const anatomy = value?.run === run && value.step === step + 1 ? value : null;

  function takeStep(): void {
    if (!resting) return;
    setTaking(true);
    void train({ steps: 1 }).finally(() => {
      setTaking(false);
    });
  }
  const slow = usePhases(anatomy !== null && resting, takeStep, (phase) => {
    onPhase?.(phases.indexOf(phase) + 1);
  });

  if (!taking && (phaseOfRun === "training" || phaseOfRun === "waiting")) {
    return (
      <section className={styles["slow"]} aria-label={t("lessons.slow.title")} data-testid="slow">
        <Running />
      </section>
    );
  }
  const over = phaseOfRun === "stopped" || phaseOfRun === "failed";
  return (
    <section className={styles["slow"]} aria-label={t("lessons.slow.title")} data-testid="slow">
      <SlowControls
        phases={slow}
        canPlay={!still}
        ready={anatomy !== null && resting}
        image={image}
        count={value?.count ?? 0}
        onImage={setImage}
        onNextStep={slow.end}
      />
      {fault !== null && anatomy === null && <FaultNote fault={fault} />}
      {anatomy === null ? (
        <p className={styles["note"]}>
          {t(over ? "lessons.slow.stopped" : "lessons.slow.waiting")}
        </p>
      ) : (
        <>
          <p className={styles["said"]} aria-live="polite">
            <b>
              {t("lessons.slow.phase", {
                index: phases.indexOf(slow.phase) + 1,
                name: t(`lessons.slow.phases.${slow.phase}.name`),
              })}
            </b>{" "}
            {t(`lessons.slow.phases.${slow.phase}.text`)}
          </p>
          <SlowDrawing step={anatomy} image={image % anatomy.count} phase={slow.phase} />
          <p className={styles["note"]}>
            {t("lessons.slow.intro", { step: format(anatomy.step), count: anatomy.count })}
            {onlyInTraining && ` ${t("lessons.slow.inference")}`}
          </p>
        </>
      )}
    </section>
  );
}

/** Pauses the run; the batch of its next step is fetched once it rests. */
function Running(): ReactElement {
  const t = useText();
  const pause = useAppState(selectPause);
  return (
    <div className={styles["running"]}>
      <p className={styles["note"]}>{t("lessons.slow.running")}</p>
      <Button
        icon="pause"
        data-testid="slow-pause-run"
        onClick={() => {
          void pause();
        }}
      >
        {t("lessons.slow.pause")}
      </Button>
    </div>
  );
}
