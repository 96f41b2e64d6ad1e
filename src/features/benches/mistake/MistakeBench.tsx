/**
 * One mistake: its story and a question, two lanes that train until they show it or do not, and the
 * verdict. Until a guess has its verdict, nothing on the page says which lane is which. How lanes are
 * looked at comes from outside.
 */
import { useCallback, useRef, type ReactElement, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Mistake, Verdict } from "#/core/bench/mistake.ts";
import { BenchTransport, type BenchKeys } from "#/features/benches/BenchTransport.tsx";
import { MistakeLane } from "#/features/benches/mistake/MistakeLane.tsx";
import { mistakeText } from "#/features/benches/mistake/mistakeText.ts";
import styles from "#/features/benches/mistake/MistakeBench.module.css";
import { Question } from "#/features/benches/mistake/Question.tsx";
import { useMistakeRun } from "#/features/benches/mistake/useMistakeRun.ts";
import { VerdictCard } from "#/features/benches/mistake/VerdictCard.tsx";
import { isRevealed, useBenchRecord } from "#/features/benches/records.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { useLearntBook } from "#/state/learnt/context.tsx";
import type { LearntBench } from "#/state/learnt/learnt.ts";
import type { Lane, LaneGroup } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";

export interface MistakeBenchProps {
  readonly mistake: Mistake;
  readonly group: LaneGroup;
  /** A lane in the view the mistake is looked at in, beside its pictures; null where those will do. */
  readonly view: ((lane: Lane) => ReactNode) | null;
  /** The page's keys, for this bench. */
  readonly keys: BenchKeys;
  /** The curves of the lanes, by letter alone. */
  readonly curves: ReactNode;
  /** Opens the experiment as written outside the benches, at the control that mends it. */
  readonly onOpen: () => void;
  /** The way on, beside the verdict. */
  readonly next: ReactNode;
}

const selectStage = (state: AppState) => state.route.stage;

export function MistakeBench(props: MistakeBenchProps): ReactElement {
  const { mistake, group } = props;
  const t = useText();
  const stage = useAppState(selectStage);
  const { lanes } = useStore(group.store);
  const { opened } = useLearntBook();
  const { record, note, uncover, forget } = useBenchRecord(mistake.id);
  const judged = useCallback(
    (verdict: Verdict) => {
      const seed = group.store.getState().lanes[0]?.app.store.getState().built.training.seed ?? 0;
      note({ verdict: { ...verdict, seed, opened } });
    },
    [group, note, opened],
  );
  const run = useMistakeRun(group, mistake, judged);
  const train = useRef<HTMLButtonElement>(null);
  /** What was pressed can be pressed no more: the keyboard stands at what comes next. */
  const told = (change: Partial<LearntBench>): void => {
    note(change);
    train.current?.focus();
  };
  const revealed = isRevealed(record, stage);
  const isTold = record.guess !== null || record.shown;
  const answered = revealed && record.verdict !== null;
  return (
    <>
      <p className={styles["story"]}>{mistakeText(t, mistake.id, "story")}</p>
      <Question
        mistake={mistake}
        record={record}
        answered={answered}
        onGuess={(guess) => {
          told({ guess });
        }}
        onShow={() => {
          told({ shown: true });
        }}
        onForget={() => {
          forget();
          run.again(false);
        }}
      />
      <BenchTransport
        lanes={lanes}
        steps={mistake.steps}
        measuring={run.status === "measuring"}
        owing={run.status !== "judged"}
        onTrain={run.start}
        onPause={run.pause}
        onStep={run.step}
        onReset={run.again}
        keys={props.keys}
        train={train}
      />
      {run.fault !== null && (
        <div className={styles["row"]}>
          <FaultNote fault={run.fault} />
          <Button onClick={run.start}>{t("common.retry")}</Button>
        </div>
      )}
      {stage && isTold && !revealed && (
        <div className={styles["row"]}>
          <Button onClick={uncover}>{t("benches.question.uncover")}</Button>
        </div>
      )}
      {answered && (
        <VerdictCard
          mistake={mistake}
          verdict={record.verdict}
          guess={record.guess}
          earlier={run.status !== "judged"}
          onAgain={() => {
            run.again(true);
          }}
          onOpen={props.onOpen}
        >
          {props.next}
        </VerdictCard>
      )}
      {!isTold && record.verdict !== null && (
        <p className={styles["waiting"]}>{t("benches.question.first")}</p>
      )}
      {revealed && (
        <p className={styles["look"]}>
          <b>{t("benches.judged.look")}</b> {mistakeText(t, mistake.id, "look")}
        </p>
      )}
      {mistake.look === "curves" && props.curves}
      <div className={styles["lanes"]}>
        {lanes.map((lane, i) => (
          <MistakeLane
            key={lane.id}
            lane={lane}
            mistake={mistake}
            faulty={i === 0}
            covered={!revealed}
            changes={i === 0 ? [] : group.difference(i)}
            asStored={mistake.faulty.patch.objective?.display === "autoscaled"}
            view={props.view}
          />
        ))}
      </div>
      {mistake.look !== "curves" && props.curves}
    </>
  );
}
