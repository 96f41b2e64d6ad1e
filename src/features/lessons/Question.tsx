/** A question with its answer covered until somebody asks for it. */
import { useId, useState, type ReactElement } from "react";
import type { QuestionId } from "#/core/lessons/chapters.ts";
import styles from "#/features/lessons/LessonText.module.css";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";

interface QuestionProps {
  readonly id: QuestionId;
  /** Uncovered from elsewhere: the ? key in lecturer's mode. */
  readonly uncovered: boolean;
}

export function Question({ id, uncovered }: QuestionProps): ReactElement {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const answer = useId();
  const shown = asked || uncovered;
  return (
    <section className={styles["question"]} aria-label={t("lessons.text.question")}>
      <p className={styles["ask"]}>{t(`lessons.questions.${id}.ask`)}</p>
      <div id={answer} aria-live="polite">
        {shown && (
          <p className={styles["answer"]} data-testid="lesson-answer">
            {t(`lessons.questions.${id}.answer`)}
          </p>
        )}
      </div>
      {!uncovered && (
        <Button
          aria-expanded={shown}
          aria-controls={answer}
          onClick={() => {
            setAsked(!asked);
          }}
        >
          {t(asked ? "lessons.text.hideAnswer" : "lessons.text.showAnswer")}
        </Button>
      )}
    </section>
  );
}
