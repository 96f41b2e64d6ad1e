/** A chapter: its text at the left, what the step shows at the right, its runs in a row above. */
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { LessonStage } from "./LessonStage.tsx";
import styles from "./LessonsPage.module.css";
import { usePageKeys } from "../usePageKeys.ts";
import type { LessonChapter, LessonPlace } from "#/core/lessons/chapters.ts";
import type { Route } from "#/core/route.ts";
import { useBenchGroup } from "#/features/benches/useBenchGroup.ts";
import { LessonText } from "#/features/lessons/LessonText.tsx";
import { LessonTransport, stepLanes, toggleLanes } from "#/features/lessons/LessonTransport.tsx";
import { createLessonProgress } from "#/features/lessons/progress.ts";
import { ProgressProvider } from "#/features/lessons/progressContext.tsx";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { useLearntBook } from "#/state/learnt/context.tsx";
import type { Lane, LaneGroup } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";

interface ChapterPageProps {
  readonly chapter: LessonChapter;
  /** Of the step on screen. */
  readonly index: number;
  readonly onGo: (place: LessonPlace) => void;
  readonly onLeave: (to: Partial<Route>) => void;
}

export function ChapterPage(props: ChapterPageProps): ReactElement {
  const t = useText();
  const opened = useBenchGroup(props.chapter.lanes);
  if (opened.status === "open") return <OpenChapter {...props} group={opened.group} />;
  return (
    <main className={styles["waiting"]} aria-busy={opened.status === "opening"}>
      {opened.status === "failed" ? (
        <>
          <FaultNote fault={opened.fault} />
          <Button onClick={opened.retry}>{t("lessons.run.reopen")}</Button>
        </>
      ) : (
        <p>{t("lessons.run.opening")}</p>
      )}
    </main>
  );
}

const selectUncovered = (state: AppState) => state.uncovered;

function OpenChapter(props: ChapterPageProps & { readonly group: LaneGroup }): ReactElement | null {
  const { chapter, index, group } = props;
  const uncovered = useAppState(selectUncovered);
  const { store } = useAppParts();
  const book = useLearntBook();
  const [lanes] = useState<readonly Lane[]>(() => group.store.getState().lanes);
  const [progress] = useState(() => {
    // The handle waits for a hand: in a lesson nothing moves by itself.
    for (const { app } of lanes) app.store.setState({ touched: true });
    return createLessonProgress(lanes, book.store.getState().goals, book.noteGoal);
  });
  const step = chapter.steps[index];
  useEffect(() => {
    if (step !== undefined) progress.open(step);
  }, [progress, step]);

  const shows = step?.shows.lanes ?? "all";
  const shown = useMemo(
    () => (shows === "all" ? lanes : lanes.filter((_, at) => shows.includes(at))),
    [lanes, shows],
  );
  const keys = useMemo(
    () => ({
      settings: null,
      single: () => store.getState().shortcuts,
      toggle: () => {
        toggleLanes(group, shown);
      },
      step: () => {
        stepLanes(group, shown);
      },
      showKeys: null,
    }),
    [store, group, shown],
  );
  usePageKeys(keys);
  if (step === undefined) return null;
  return (
    <ProgressProvider progress={progress}>
      <main className={styles["chapter"]}>
        <div className={styles["run"]}>
          <LessonTransport group={group} lanes={shown} />
        </div>
        <div className={styles["text"]}>
          <LessonText
            chapter={chapter}
            index={index}
            uncovered={uncovered}
            onGo={props.onGo}
            onLeave={props.onLeave}
          />
        </div>
        <LessonStage chapter={chapter} step={step} lanes={lanes} shown={shown} />
      </main>
    </ProgressProvider>
  );
}
