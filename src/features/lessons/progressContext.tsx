/** The progress of the chapter on screen, for its text, its drawings and its transport row. */
import { createContext, use, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import type { LessonProgress } from "#/features/lessons/progress.ts";

const ProgressContext = createContext<LessonProgress | null>(null);

export function ProgressProvider(props: {
  readonly progress: LessonProgress;
  readonly children: ReactNode;
}): ReactElement {
  return <ProgressContext value={props.progress}>{props.children}</ProgressContext>;
}

export function useProgress(): LessonProgress {
  const progress = use(ProgressContext);
  if (progress === null) throw new Error("useProgress: no ProgressProvider above");
  return progress;
}

/** Steps whose goal was met, and whether by the lanes on the page. */
export function useReached(): ReturnType<LessonProgress["reached"]> {
  const progress = useProgress();
  return useSyncExternalStore(progress.subscribe, progress.reached);
}
