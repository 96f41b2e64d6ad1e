/**
 * What a long run will cost here, before it starts, and the ways on. Stands in the page under the bar,
 * so that it covers nothing; holds nothing up but the run it is about. Takes the focus of whoever asked
 * for the run, and gives it back; Escape is "not now".
 */
import { useLayoutEffect, useRef } from "react";
import { backendTitles } from "#/core/backend/titles.ts";
import type { Change } from "#/core/experiment/diff.ts";
import { costTime, paceText } from "./costTime.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState, CostNotice as Notice } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";
import styles from "./CostNotice.module.css";

const selectNotice = (state: AppState) => state.costNotice;
const selectBackend = (state: AppState) => state.backend?.backend ?? null;

type Asking = Extract<Notice, { phase: "asking" }>;

export function CostNotice() {
  const t = useText();
  const notice = useAppState(selectNotice);
  if (notice === null) return null;
  return (
    <section
      className={styles["notice"]}
      aria-label={t("setup.preflight.label")}
      data-phase={notice.phase}
      data-testid="cost-notice"
    >
      <Icon name="speed" />
      {notice.phase === "measuring" ? (
        <p role="status">{t("setup.preflight.measuring")}</p>
      ) : (
        <Question notice={notice} />
      )}
    </section>
  );
}

function Question({ notice }: { readonly notice: Asking }) {
  const t = useText();
  const format = useNumberFormat();
  const backend = useAppState(selectBackend);
  const { seconds, msPerStep, steps, lanes, lighter, answer } = notice;
  const hasLighter = lighter.length > 0;
  const question = useBorrowedFocus(answer);
  const give = (chosen: Parameters<typeof answer>[0]) => () => {
    answer(chosen);
  };
  return (
    <div
      ref={question}
      className={styles["words"]}
      role="group"
      aria-label={t("setup.preflight.label")}
      tabIndex={-1}
    >
      <div className={styles["said"]}>
        <p role="status">
          <strong>{t("setup.preflight.about", { time: costTime(t, format, seconds) })}</strong>{" "}
          {t(lanes === 1 ? "setup.preflight.why" : "setup.preflight.whyLanes", {
            lanes: format(lanes),
            steps: format(steps),
            pace: paceText(t, format, msPerStep),
            backend: backend === null ? "" : backendTitles[backend],
          })}
        </p>
        {hasLighter && <LighterText changes={lighter} lanes={lanes} />}
      </div>
      <div className={styles["buttons"]}>
        <Button onClick={give("train")}>{t("setup.preflight.train")}</Button>
        {hasLighter && <Button onClick={give("lighter")}>{t("setup.preflight.lighter")}</Button>}
        <Button look="quiet" onClick={give("cancel")}>
          {t("setup.preflight.cancel")}
        </Button>
      </div>
    </div>
  );
}

/**
 * Puts the focus on the question while it stands, if it was on a control, and back afterwards; one
 * that was nowhere, or has moved on meanwhile, is left alone. Escape within it says "not now".
 */
function useBorrowedFocus(answer: Asking["answer"]) {
  const question = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = question.current;
    const lender = document.activeElement;
    const lent = lender instanceof HTMLElement && lender !== document.body;
    if (lent) element?.focus();
    const controller = new AbortController();
    element?.addEventListener(
      "keydown",
      ({ key }) => {
        if (key === "Escape") answer("cancel");
      },
      { signal: controller.signal },
    );
    return () => {
      controller.abort();
      if (lent && element?.contains(document.activeElement) === true) lender.focus();
    };
  }, [answer]);
  return question;
}

interface LighterTextProps {
  readonly changes: readonly Change[];
  readonly lanes: number;
}

/** Which settings the lighter variant changes, and that it is not the published run. */
function LighterText({ changes, lanes }: LighterTextProps) {
  const t = useText();
  const format = useNumberFormat();
  const show = (value: Change["from"]) =>
    value === null ? t("setup.restart.all") : format(Number(value));
  const told = changes.map(
    ({ path, from, to }) => `${t(`setup.fields.${path}.label`)} ${show(from)} → ${show(to)}`,
  );
  return (
    <p className={styles["lighter"]}>
      {t(lanes === 1 ? "setup.preflight.lighterWhat" : "setup.preflight.lighterLanes", {
        changes: told.join(t("setup.preset.comma")),
      })}
    </p>
  );
}
