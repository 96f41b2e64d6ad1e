/**
 * What the two runs showed, in the sentence of the mistake with the numbers of these runs, beside
 * what somebody guessed; then why, the cure and where its control is.
 */
import { useId, type ReactElement, type ReactNode } from "react";
import type { Mistake } from "#/core/bench/mistake.ts";
import { mistakeText, verdictText } from "#/features/benches/mistake/mistakeText.ts";
import styles from "#/features/benches/mistake/MistakeBench.module.css";
import { useDateFormat } from "#/i18n/useDateFormat.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import type { LearntVerdict } from "#/state/learnt/learnt.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";

interface VerdictCardProps {
  readonly mistake: Mistake;
  readonly verdict: LearntVerdict;
  /** An option, from 1; null for none. */
  readonly guess: number | null;
  /** The verdict is of an earlier run than the lanes on the page: on another visit, or before they began again. */
  readonly earlier: boolean;
  readonly onAgain: () => void;
  readonly onOpen: () => void;
  /** The way on. */
  readonly children: ReactNode;
}

export function VerdictCard(props: VerdictCardProps): ReactElement {
  const { mistake, verdict, guess, earlier } = props;
  const t = useText();
  const format = useNumberFormat();
  const date = useDateFormat();
  const id = useId();
  const { control } = mistake;
  const right = guess === mistake.options.right;
  return (
    <section className={styles["verdict"]} aria-labelledby={id} data-testid="bench-verdict">
      <h3 id={id}>
        <Icon name={verdict.shown ? "check" : "warning"} />
        {t(verdict.shown ? "benches.judged.shown" : "benches.judged.notShown")}
      </h3>
      <div className={styles["said"]}>
        {earlier && (
          <p className={styles["hint"]} data-testid="bench-earlier">
            {t("benches.judged.earlier", { date: date(verdict.opened), seed: verdict.seed })}
          </p>
        )}
        <p role="status" className={styles["sentence"]} data-shown={verdict.shown}>
          {verdictText(t, format, mistake.id, verdict)}
        </p>
        {guess !== null && (
          <p data-testid="bench-guess" data-right={right}>
            {t(right ? "benches.judged.guessRight" : "benches.judged.guessWrong")}
          </p>
        )}
        {!verdict.shown && <p>{t("benches.judged.tryAgain")}</p>}
      </div>
      <dl className={styles["told"]}>
        <dt>{t("benches.judged.why")}</dt>
        <dd>{mistakeText(t, mistake.id, "why")}</dd>
        <dt>{t("benches.judged.cure")}</dt>
        <dd>{mistakeText(t, mistake.id, "cure")}</dd>
      </dl>
      <div className={styles["row"]}>
        <Button onClick={props.onOpen} title={t("benches.judged.openHelp")}>
          {control === null
            ? t("benches.judged.open")
            : t("benches.judged.openAt", { control: t(`setup.fields.${control}.label`) })}
        </Button>
        <Button icon="dice" onClick={props.onAgain}>
          {t("benches.judged.again")}
        </Button>
        {props.children}
      </div>
    </section>
  );
}
