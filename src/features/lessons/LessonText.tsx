/** The text of a step: what it says, what is to be done, what is asked, and the way on and back. */
import { useEffect, useRef, type ReactElement } from "react";
import type { Route } from "#/core/route.ts";
import {
  chapters,
  placeAfter,
  type LessonChapter,
  type LessonPlace,
  type LessonStep,
} from "#/core/lessons/chapters.ts";
import { LessonFormula } from "#/features/lessons/LessonFormula.tsx";
import styles from "#/features/lessons/LessonText.module.css";
import { useReached } from "#/features/lessons/progressContext.tsx";
import { Question } from "#/features/lessons/Question.tsx";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";

interface LessonTextProps {
  readonly chapter: LessonChapter;
  /** Index of the step on screen. */
  readonly index: number;
  readonly uncovered: boolean;
  readonly onGo: (place: LessonPlace) => void;
  readonly onLeave: (to: Partial<Route>) => void;
}

export function LessonText(props: LessonTextProps): ReactElement | null {
  const { chapter, index, uncovered, onGo } = props;
  const t = useText();
  const column = useRef<HTMLDivElement>(null);
  const step = chapter.steps[index];
  useEffect(() => {
    column.current?.scrollTo({ top: 0 });
  }, [step]);
  if (step === undefined) return null;
  const count = chapter.steps.length;
  return (
    <div ref={column} className={styles["column"]} data-testid="lesson-text">
      <header className={styles["head"]}>
        <button
          type="button"
          className={styles["all"]}
          onClick={() => {
            onGo({ topic: null, step: 0 });
          }}
        >
          <Icon name="left" />
          {t("lessons.all")}
        </button>
        <p className={styles["chapter"]}>
          {t("lessons.chapter", { index: chapters.indexOf(chapter) + 1 })}
          {" · "}
          {t(`lessons.chapters.${chapter.id}.title`)}
        </p>
        <StepList chapter={chapter} index={index} onGo={onGo} />
      </header>
      <article key={step.id} className={styles["step"]}>
        <h2>{t(`lessons.steps.${step.id}.title`)}</h2>
        <Paragraphs text={t(`lessons.steps.${step.id}.text`)} />
        {step.formula !== null && <LessonFormula id={step.formula} />}
        {step.goal !== null && <GoalLine step={step} goal={step.goal.id} />}
        {step.question !== null && <Question id={step.question} uncovered={uncovered} />}
        {step.onward !== null && <Onward to={step.onward} onLeave={props.onLeave} />}
      </article>
      <nav
        className={styles["moves"]}
        aria-label={t("lessons.text.stepOf", { index: index + 1, count })}
      >
        <MoveButton chapter={chapter} index={index} by={-1} onGo={onGo} />
        <span className={styles["of"]}>
          {index + 1} / {count}
        </span>
        <MoveButton chapter={chapter} index={index} by={1} onGo={onGo} />
      </nav>
    </div>
  );
}

function Paragraphs({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split("\n\n").map((paragraph) => (
        <p key={paragraph} className={styles["paragraph"]}>
          {paragraph}
        </p>
      ))}
    </>
  );
}

type Steps = Pick<LessonTextProps, "chapter" | "index" | "onGo">;

/** A dot a step, filled where its goal was met. */
function StepList({ chapter, index, onGo }: Steps): ReactElement {
  const t = useText();
  const reached = useReached();
  return (
    <ol className={styles["steps"]} aria-label={t("lessons.text.list")}>
      {chapter.steps.map(({ id }, at) => {
        const done = reached.has(id);
        const title = t(`lessons.steps.${id}.title`);
        return (
          <li key={id}>
            <button
              type="button"
              className={styles["dot"]}
              data-done={done}
              title={title}
              aria-label={done ? `${title} (${t("lessons.text.done")})` : title}
              {...(at === index ? { "aria-current": "step" as const } : {})}
              onClick={() => {
                onGo({ topic: chapter.id, step: at });
              }}
            >
              {done ? <Icon name="check" /> : at + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

type GoalOf = NonNullable<LessonStep["goal"]>["id"];

function GoalLine(props: { readonly step: LessonStep; readonly goal: GoalOf }): ReactElement {
  const t = useText();
  const reached = useReached().get(props.step.id);
  const done = reached !== undefined;
  const words = { now: "lessons.text.goalReached", before: "lessons.text.goalEarlier" } as const;
  const goal = t(`lessons.goals.${props.goal}`);
  return (
    <p className={styles["goal"]} data-done={done} data-testid="lesson-goal" role="status">
      <span className={styles["mark"]}>{done && <Icon name="check" />}</span>
      <span>
        <b>{t(done ? words[reached] : "lessons.text.goal")}</b> {goal}
      </span>
    </p>
  );
}

function MoveButton({ chapter, index, by, onGo }: Steps & { readonly by: 1 | -1 }): ReactElement {
  const t = useText();
  const place = placeAfter({ topic: chapter.id, step: index }, by);
  const key =
    by === -1
      ? "lessons.text.previous"
      : place !== null && place.topic !== chapter.id
        ? "lessons.text.nextChapter"
        : "lessons.text.next";
  return (
    <Button
      icon={by === 1 ? "right" : "left"}
      disabled={place === null}
      aria-keyshortcuts={by === 1 ? "PageDown" : "PageUp"}
      className={styles[by === 1 ? "next" : "previous"] ?? ""}
      onClick={() => {
        if (place !== null) onGo(place);
      }}
    >
      {t(key)}
    </Button>
  );
}

function Onward(props: {
  readonly to: NonNullable<LessonStep["onward"]>;
  readonly onLeave: LessonTextProps["onLeave"];
}): ReactElement {
  const t = useText();
  const { mode, topic } = props.to;
  return (
    <Button
      onClick={() => {
        props.onLeave({ mode, topic });
      }}
    >
      {t(mode === "benches" ? "lessons.text.onwardSigmoid" : "lessons.text.onwardPlay")}
    </Button>
  );
}
