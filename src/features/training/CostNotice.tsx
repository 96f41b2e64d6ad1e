/**
 * What a long run will cost here, before it starts, and the ways on. Stands where the run's faults do,
 * over the page, so that nothing moves; holds nothing up but the run it is about. Takes the focus of
 * whoever asked for the run, and gives it back; Escape is "not now".
 */
import { useLayoutEffect, useRef } from "react";
import { presets } from "#/core/experiment/presets.ts";
import { type Change, describeDifference } from "#/core/experiment/diff.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { costTime, paceText } from "./costTime.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState, CostNotice as Notice } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { Icon } from "#/ui/Icon.tsx";
import { backendTitles } from "./backendTitles.ts";
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
  const { seconds, msPerStep, steps, lighter, answer } = notice;
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
      <p role="status">
        <strong>{t("setup.preflight.about", { time: costTime(t, format, seconds) })}</strong>{" "}
        {t("setup.preflight.why", {
          steps: format(steps),
          pace: paceText(t, format, msPerStep),
          backend: backend === null ? "" : backendTitles[backend],
        })}
      </p>
      {lighter && <LighterText />}
      <div className={styles["buttons"]}>
        <Button onClick={give("train")}>{t("setup.preflight.train")}</Button>
        {lighter && <Button onClick={give("lighter")}>{t("setup.preflight.lighter")}</Button>}
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

const selectPreset = (state: AppState) => state.preset;
const selectConfig = (state: AppState) => state.config;

/** Which settings the lighter variant changes, and that it is not the published run. */
function LighterText() {
  const t = useText();
  const format = useNumberFormat();
  const config = useAppState(selectConfig);
  const { lighter } = presets[useAppState(selectPreset)];
  const next = applyPatch(config, lighter);
  if (!next.ok) return null;
  const changeText = (change: Change): string => {
    const show = (value: Change["from"]) =>
      value === null ? t("setup.restart.all") : format(Number(value));
    const { path } = change;
    return `${t(`setup.fields.${path}.label`)} ${show(change.from)} → ${show(change.to)}`;
  };
  const changes = describeDifference(config, next.value).map(changeText);
  return (
    <p className={styles["lighter"]}>
      {t("setup.preflight.lighterWhat", { changes: changes.join(t("setup.preset.comma")) })}
    </p>
  );
}
