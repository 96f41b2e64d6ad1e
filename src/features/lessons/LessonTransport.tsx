/**
 * The run of a step: the lanes on show train together, are paused and taken back together. Says in
 * words where they stand. Once a plan is over, Train goes on for as long again.
 */
import { useCallback, useSyncExternalStore, type ReactElement } from "react";
import { useProgress } from "#/features/lessons/progressContext.tsx";
import styles from "#/features/lessons/LessonTransport.module.css";
import { faultText } from "#/i18n/faultText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { Lane, LaneGroup } from "#/state/lanes/types.ts";
import type { AppPhase } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";

interface LessonTransportProps {
  readonly group: LaneGroup;
  /** Those on show, which train; keep the identity while they are the same. */
  readonly lanes: readonly Lane[];
}

const isRunning = (phase: AppPhase): boolean => phase === "training" || phase === "waiting";
const isAbsent = (phase: AppPhase): boolean => phase === "loading" || phase === "failed";

export function toggleLanes(group: LaneGroup, lanes: readonly Lane[]): void {
  const phases = lanes.map(({ app }) => app.store.getState().phase);
  if (phases.some(isRunning)) void group.pauseAll();
  else if (!phases.some(isAbsent)) void group.begin({ lanes });
}

export function stepLanes(group: LaneGroup, lanes: readonly Lane[]): void {
  void group.begin({ lanes, steps: 1 });
}

/** One phase for all: the most urgent to be told. */
function phaseOf(lanes: readonly Lane[]): AppPhase {
  const phases = lanes.map(({ app }) => app.store.getState().phase);
  const order: readonly AppPhase[] = ["failed", "stopped", "waiting", "loading", "training"];
  return order.find((phase) => phases.includes(phase)) ?? phases[0] ?? "loading";
}

export function LessonTransport({ group, lanes }: LessonTransportProps): ReactElement {
  const t = useText();
  const { subscribe } = useProgress();
  const readPhase = useCallback(() => phaseOf(lanes), [lanes]);
  const readFault = useCallback(
    () =>
      lanes
        .flatMap(({ app }) => app.store.getState().fault ?? [])
        .map((fault) => faultText(t, fault).what)
        .join(" "),
    [lanes, t],
  );
  const phase = useSyncExternalStore(subscribe, readPhase);
  const fault = useSyncExternalStore(subscribe, readFault);
  const running = isRunning(phase);
  const unable = isAbsent(phase);
  return (
    <div className={styles["row"]} role="group" aria-label={t("lessons.run.label")}>
      <Button
        look="filled"
        icon={running ? "pause" : "play"}
        className={styles["train"] ?? ""}
        aria-disabled={unable}
        aria-keyshortcuts="Space"
        data-testid="lesson-train"
        onClick={() => {
          toggleLanes(group, lanes);
        }}
      >
        {t(running ? "lessons.run.pause" : "lessons.run.train")}
      </Button>
      <Button
        icon="step"
        disabled={running || unable}
        onClick={() => {
          stepLanes(group, lanes);
        }}
      >
        {t("lessons.run.step")}
      </Button>
      <Button
        icon="reset"
        title={t("lessons.run.resetHelp")}
        disabled={unable}
        onClick={() => {
          void group.resetAll();
        }}
      >
        {t("lessons.run.reset")}
      </Button>
      <div className={styles["status"]} data-testid="lesson-status">
        <Words lanes={lanes} phase={phase} />
        {fault !== "" && <span className={styles["fault"]}>{fault}</span>}
      </div>
    </div>
  );
}

/** Phase, epoch and step of the lane that is furthest behind. */
function Words(props: { readonly lanes: readonly Lane[]; readonly phase: AppPhase }): ReactElement {
  const { lanes, phase } = props;
  const t = useText();
  const format = useNumberFormat();
  const { subscribe } = useProgress();
  const readStep = useCallback(
    () => Math.min(...lanes.map(({ app }) => app.store.getState().progress?.step ?? 0)),
    [lanes],
  );
  const step = useSyncExternalStore(subscribe, readStep);
  const state = lanes[0]?.app.store.getState();
  const perEpoch = state?.progress?.stepsPerEpoch ?? 1;
  const name =
    phase === "failed" || phase === "loading" || phase === "waiting"
      ? t("lessons.run.loading")
      : t(`lessons.run.${phase}`);
  return (
    <>
      <b>{phase === "failed" ? t("lessons.run.stopped") : name}</b>
      <span>
        {t("lessons.run.epochs", {
          epoch: format(step / perEpoch, 1),
          epochs: format(state?.config.training.epochs ?? 0, 0),
        })}
      </span>
      <span>{t("lessons.run.atStep", { step: format(step, 0) })}</span>
    </>
  );
}
