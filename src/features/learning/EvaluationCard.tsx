/**
 * Held-out figures on request: progress with what is left, partial results named as such, and what
 * was measured before kept with the step it belongs to.
 */
import type { ReactElement } from "react";
import type { Evaluation } from "#/core/training/terms.ts";
import { CodesSection } from "#/features/learning/CodesSection.tsx";
import { durationText } from "#/features/learning/durationText.ts";
import styles from "#/features/learning/EvaluationCard.module.css";
import { EvaluationFigures } from "#/features/learning/EvaluationFigures.tsx";
import { ImportanceForm } from "#/features/learning/ImportanceForm.tsx";
import { faultText } from "#/i18n/faultText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useLanguage, useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { HeldOut } from "#/state/learningTypes.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";

const selectReady = (state: AppState) => state.progress !== null;
const selectEvaluation = ({ evaluation, runId }: AppState) =>
  evaluation?.runId === runId ? evaluation : null;
const selectSampling = (state: AppState) => state.config.objective.sampling;
const selectNotComparable = ({ dataset, progress }: AppState) =>
  progress?.comparable === false || (dataset?.failed.length ?? 0) > 0;

export function EvaluationCard(): ReactElement {
  const t = useText();
  const { store } = useAppParts();
  const ready = useAppState(selectReady);
  const evaluation = useAppState(selectEvaluation);
  const sampling = useAppState(selectSampling);
  const notComparable = useAppState(selectNotComparable);
  const running = evaluation?.status === "running";
  const figures = evaluation?.figures ?? null;
  const fault = evaluation?.fault ?? null;
  return (
    <section className={styles["card"]} aria-busy={running} data-testid="evaluation">
      <header>
        <h3 title={t("learning.evaluation.help")}>{t("learning.evaluation.title")}</h3>
        <Button
          disabled={!ready}
          onClick={() => {
            const { evaluate, stopEvaluating } = store.getState();
            if (running) stopEvaluating();
            // How it ends is told where the figures are.
            else evaluate().catch(() => undefined);
          }}
        >
          {t(running ? "learning.evaluation.stop" : "learning.evaluation.start")}
        </Button>
      </header>
      {notComparable && <p role="status">{t("learning.evaluation.notComparable")}</p>}
      {fault !== null && <p role="alert">{faultText(t, fault).what}</p>}
      {running && <Progress evaluation={evaluation} />}
      {evaluation === null && <p>{t("learning.evaluation.help")}</p>}
      {evaluation !== null && figures !== null && (
        <>
          <EvaluationFigures figures={figures} />
          <Provenance step={evaluation.step} figures={figures} />
          <CodesSection figures={figures} />
        </>
      )}
      {evaluation?.status === "stopped" && figures === null && (
        <p>{t("learning.evaluation.stopped")}</p>
      )}
      {sampling && ready && <ImportanceForm disabled={running} />}
    </section>
  );
}

/** On how many images, at which step; a part of them is called a part. */
function Provenance(props: { readonly step: number; readonly figures: Evaluation }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const { images, complete, iwae } = props.figures;
  const values = { images: number(images, 0), step: number(props.step, 0) };
  if (complete) return <p>{t("learning.evaluation.at", values)}</p>;
  return (
    <p data-testid="evaluation-partial">
      {iwae === null
        ? t("learning.evaluation.partial", values)
        : // The bound is measured last: the other figures are whole by then.
          t("learning.evaluation.partialBound", { ...values, bound: number(iwae.images, 0) })}
    </p>
  );
}

function Progress({ evaluation }: { readonly evaluation: HeldOut }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const language = useLanguage();
  const { progress } = evaluation;
  if (progress === null) return <p role="status">{t("learning.evaluation.stages.starting")}</p>;
  const { stage, done, of, secondsLeft } = progress;
  const time = durationText(language, secondsLeft);
  const label = t(`learning.evaluation.stages.${stage}`, {
    done: number(done, 0),
    of: number(of, 0),
  });
  return (
    <div className={styles["progress"]}>
      <progress value={done} max={Math.max(1, of)} aria-label={label} />
      <p>
        {label}
        {Number.isFinite(secondsLeft) && done > 0 && (
          <span>{t("learning.evaluation.secondsLeft", { time })}</span>
        )}
      </p>
    </div>
  );
}
