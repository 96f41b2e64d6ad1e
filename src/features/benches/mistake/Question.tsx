/**
 * The question of a bench, before anything is told: somebody chooses an answer, or would rather be
 * shown. What they chose stays in sight; whether it was right is told with the verdict.
 */
import { useEffect, useId, useRef, type ReactElement } from "react";
import type { Mistake } from "#/core/bench/mistake.ts";
import { mistakeText, optionText } from "#/features/benches/mistake/mistakeText.ts";
import styles from "#/features/benches/mistake/MistakeBench.module.css";
import type { BenchRecord } from "#/features/benches/records.ts";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";

interface QuestionProps {
  readonly mistake: Mistake;
  readonly record: BenchRecord;
  /** The verdict stands on the page: the right answer may be marked. */
  readonly answered: boolean;
  readonly onGuess: (index: number) => void;
  readonly onShow: () => void;
  /** As if nobody had been here. */
  readonly onForget: () => void;
}

export function Question(props: QuestionProps): ReactElement {
  const { mistake, record, answered } = props;
  const t = useText();
  const id = useId();
  const open = record.guess === null && !record.shown;
  const first = useRef<HTMLButtonElement>(null);
  const forgot = useRef(false);
  // The button that was pressed is gone: the keyboard stands at the question again.
  useEffect(() => {
    if (open && forgot.current) first.current?.focus();
    forgot.current = false;
  }, [open]);
  const options = Array.from({ length: mistake.options.count }, (_, i) => i + 1);
  return (
    <section className={styles["question"]} aria-labelledby={id} data-testid="bench-question">
      <h3 id={id}>{mistakeText(t, mistake.id, "question")}</h3>
      <ol className={styles["options"]} type="a">
        {options.map((option) => {
          const chosen = record.guess === option;
          const right = answered && option === mistake.options.right;
          return (
            <li key={option}>
              <button
                ref={option === 1 ? first : null}
                type="button"
                className={styles["option"]}
                aria-pressed={chosen}
                data-right={right}
                disabled={!open}
                onClick={() => {
                  props.onGuess(option);
                }}
              >
                <span>{optionText(t, mistake.id, option)}</span>
                {(chosen || right) && (
                  <span className={styles["mark"]}>
                    {right && <Icon name="check" />}
                    {[
                      chosen ? t("benches.question.yours") : "",
                      right ? t("benches.question.right") : "",
                    ]
                      .filter((word) => word !== "")
                      .join(" · ")}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      {open ? (
        <div className={styles["row"]}>
          <Button look="quiet" onClick={props.onShow}>
            {t("benches.question.show")}
          </Button>
          <p className={styles["hint"]}>{t("benches.question.covered")}</p>
        </div>
      ) : (
        <div className={styles["row"]}>
          <Button
            look="quiet"
            icon="reset"
            title={t("benches.question.overHelp")}
            onClick={() => {
              forgot.current = true;
              props.onForget();
            }}
          >
            {t("benches.question.over")}
          </Button>
          {record.guess !== null && !answered && (
            <p className={styles["hint"]}>{t("benches.question.kept")}</p>
          )}
        </div>
      )}
    </section>
  );
}
