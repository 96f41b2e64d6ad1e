/** What a step shows: a drawing, or views of its lanes side by side, and what the lanes cost. */
import { Suspense, useEffect, type ReactElement } from "react";
import styles from "./LessonStage.module.css";
import { drawingParts, laneParts } from "./views.tsx";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { LaneScope } from "../LaneScope.tsx";
import type { LaneView } from "#/core/lesson.ts";
import type { LaneNameId, LessonChapter, LessonStep } from "#/core/lessons/chapters.ts";
import { LaneFigures, LaneMark } from "#/features/lessons/LaneFigures.tsx";
import { useText } from "#/i18n/useText.ts";
import type { Lane } from "#/state/lanes/types.ts";
import { Button } from "#/ui/Button.tsx";
import { useMedia } from "#/ui/useMedia.ts";

interface LessonStageProps {
  readonly chapter: LessonChapter;
  readonly step: LessonStep;
  readonly lanes: readonly Lane[];
  /** Of these, the ones this step is about. */
  readonly shown: readonly Lane[];
}

/** Views that hold the same figures whatever the lane: told once, under all lanes. */
const costed: readonly LaneView[] = ["strip", "samples"];

export function LessonStage({ chapter, step, lanes, shown }: LessonStageProps): ReactElement {
  const t = useText();
  const views: readonly LaneView[] = step.shows.views;
  useStepSettings(step, lanes);
  const named = shown.flatMap((lane) => {
    const name: LaneNameId | undefined = chapter.lanes[lanes.indexOf(lane)]?.id;
    return name === undefined ? [] : [{ lane, name }];
  });
  const alone = named.length === 1;
  const Drawing = step.drawing === null ? null : drawingParts[step.drawing];
  return (
    <section className={styles["stage"]} aria-label={t("lessons.views.label")}>
      {views.includes("samples") && <NewSamples lanes={shown} />}
      {Drawing !== null && (
        <ErrorBoundary key={step.id}>
          <Suspense>
            <Drawing />
          </Suspense>
        </ErrorBoundary>
      )}
      {views.length > 0 && (
        <div className={styles["lanes"]} data-lanes={named.length}>
          {named.map(({ lane, name }) => (
            <div key={lane.id} className={styles["lane"]}>
              {!alone && (
                <h3 className={styles["name"]}>
                  <LaneMark letter={lane.letter} /> {t(`lessons.lanes.${name}`)}
                </h3>
              )}
              <LaneScope app={lane.app}>
                <Views views={views} alone={alone} />
              </LaneScope>
            </div>
          ))}
        </div>
      )}
      {!alone && views.some((view) => costed.includes(view)) && <LaneFigures lanes={named} />}
    </section>
  );
}

interface ViewsProps {
  readonly views: readonly LaneView[];
  readonly alone: boolean;
}

/** The plane as large as there is room for, the rest beside it; of several lanes, below it. */
function Views({ views, alone }: ViewsProps): ReactElement {
  const phone = useMedia("(max-width: 599.98px), (max-height: 479.98px)");
  const beside = alone && views.includes("plane") && views.length > 1;
  return (
    <div className={styles["views"]} data-beside={beside} data-plane={views.includes("plane")}>
      {views.map((view) => {
        const Part = laneParts[view];
        return (
          <div key={view} className={styles["view"]} data-view={view}>
            <ErrorBoundary>
              <Suspense>
                <Part small={!alone} phone={phone} />
              </Suspense>
            </ErrorBoundary>
          </div>
        );
      })}
    </div>
  );
}

/** One press draws for every lane on show: they share the seed of their samples. */
function NewSamples({ lanes }: { readonly lanes: readonly Lane[] }): ReactElement {
  const t = useText();
  return (
    <Button
      icon="dice"
      className={styles["newSamples"] ?? ""}
      data-testid="lesson-new-z"
      onClick={() => {
        lanes[0]?.app.store.getState().newSamples();
      }}
    >
      {t("lessons.views.newZ")}
    </Button>
  );
}

/** Layers the step is about, and previews with samples where it shows them. */
function useStepSettings(step: LessonStep, lanes: readonly Lane[]): void {
  useEffect(() => {
    const views: readonly LaneView[] = step.shows.views;
    const layers: readonly string[] = step.layers;
    for (const { app } of lanes) {
      const { setTab, setLayer } = app.store.getState();
      setTab(views.includes("samples") ? "samples" : "explore");
      setLayer("density", layers.includes("density"));
      setLayer("landscape", layers.includes("landscape"));
      setLayer("prior", true);
    }
  }, [step, lanes]);
}
