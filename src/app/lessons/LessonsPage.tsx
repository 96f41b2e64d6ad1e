/** The lessons: the overview of chapters, or the step of a chapter that the link names. */
import { useCallback, useEffect, type ReactElement } from "react";
import { ChapterPage } from "./ChapterPage.tsx";
import { LearntScope } from "../LearntScope.tsx";
import styles from "./LessonsPage.module.css";
import { chapterOf, placeAfter, stepOf, type LessonPlace } from "#/core/lessons/chapters.ts";
import { Overview } from "#/features/lessons/Overview.tsx";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectRoute = (state: AppState) => state.route;
const selectGo = (state: AppState) => state.go;

export function LessonsPage(): ReactElement {
  const route = useAppState(selectRoute);
  const go = useAppState(selectGo);
  const chapter = chapterOf(route.topic);
  const step = chapter === null ? 0 : stepOf(chapter, route.step);
  const topic = chapter?.id ?? null;
  const open = useCallback(
    (place: LessonPlace): void => {
      go({ mode: "lessons", ...place });
    },
    [go],
  );

  // What remote controls send. A field that is typed in, or a list that is open, keeps its keys.
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const by = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : null;
      const { target } = event;
      const taken =
        target instanceof HTMLElement &&
        target.closest("textarea, select, dialog, [role=menu]") !== null;
      if (by === null || event.defaultPrevented || taken) return;
      const place = placeAfter({ topic, step }, by);
      event.preventDefault();
      if (place !== null) open(place);
    }
    addEventListener("keydown", pressed);
    return () => {
      removeEventListener("keydown", pressed);
    };
  }, [topic, step, open]);

  return (
    <LearntScope>
      {chapter === null ? (
        <main className={styles["overview"]}>
          <Overview
            onOpen={(id) => {
              open({ topic: id, step: 0 });
            }}
          />
        </main>
      ) : (
        <ChapterPage key={chapter.id} chapter={chapter} index={step} onGo={open} onLeave={go} />
      )}
    </LearntScope>
  );
}
