/** The seven chapters: what each is about and how long it takes. */
import type { ReactElement } from "react";
import { chapters, type ChapterId, type LessonStep, type StepId } from "#/core/lessons/chapters.ts";
import styles from "#/features/lessons/Overview.module.css";
import { useText } from "#/i18n/useText.ts";
import { useBringBack, useLearnt, useLearntBook } from "#/state/learnt/context.tsx";
import type { Learnt } from "#/state/learnt/learnt.ts";
import { StartOver } from "#/ui/StartOver.tsx";

const selectGoals = (learnt: Learnt) => learnt.goals;

function goalsOf(steps: readonly LessonStep[], reached: readonly StepId[]) {
  const set = steps.filter(({ goal }) => goal !== null);
  return { count: set.length, done: set.filter(({ id }) => reached.includes(id)).length };
}

export function Overview(props: { readonly onOpen: (chapter: ChapterId) => void }): ReactElement {
  const t = useText();
  const { forgetGoals } = useLearntBook();
  const undo = useBringBack("goals");
  const goals = useLearnt(selectGoals);
  return (
    <div className={styles["overview"]}>
      <h2>{t("lessons.title")}</h2>
      <p className={styles["intro"]}>{t("lessons.intro")}</p>
      <StartOver
        able={goals.length > 0}
        label={t("lessons.over")}
        forgotten={t("lessons.forgotten")}
        bringBack={t("lessons.bringBack")}
        onForget={forgetGoals}
        undo={undo}
      />
      <ol className={styles["list"]}>
        {chapters.map(({ id, minutes, steps }, index) => (
          <li key={id}>
            <button
              type="button"
              className={styles["chapter"]}
              data-testid={`chapter-${id}`}
              onClick={() => {
                props.onOpen(id);
              }}
            >
              <span className={styles["number"]}>{index + 1}</span>
              <span className={styles["words"]}>
                <strong>{t(`lessons.chapters.${id}.title`)}</strong>
                <span>{t(`lessons.chapters.${id}.aim`)}</span>
                <span className={styles["time"]}>
                  {t("lessons.stepCount", { count: steps.length })}
                  {" · "}
                  {t("lessons.minutes", { minutes })}
                  {steps.some(({ id }) => goals.includes(id)) && (
                    <>
                      {" · "}
                      {t("lessons.goalsReached", goalsOf(steps, goals))}
                    </>
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
