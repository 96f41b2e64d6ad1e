/**
 * Held-out figures on request: all test images with the newest weights. Stoppable; what was measured
 * before stays with the step it belongs to.
 */
import { useEffect, useRef, useState, type ReactElement } from "react";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { Evaluation } from "#/core/training/terms.ts";
import styles from "#/features/learning/EvaluationCard.module.css";
import { faultText } from "#/i18n/faultText.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";

const selectLatent = (state: AppState) => state.config.model.latent;
const selectReady = (state: AppState) => state.progress !== null;
const selectStep = (state: AppState) => state.progress?.step ?? 0;
const selectRunId = (state: AppState) => state.runId;
const selectNotComparable = ({ dataset, progress }: AppState) =>
  progress?.comparable === false || (dataset?.failed.length ?? 0) > 0;

interface Measured {
  readonly evaluation: Evaluation;
  readonly step: number;
  readonly runId: number;
}

export function EvaluationCard(): ReactElement {
  const t = useText();
  const { inspector } = useAppParts();
  const ready = useAppState(selectReady);
  const step = useAppState(selectStep);
  const runId = useAppState(selectRunId);
  const notComparable = useAppState(selectNotComparable);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);

  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );

  async function evaluate(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setFault(null);
    try {
      const evaluation = await inspector.evaluate(null, controller.signal);
      setMeasured({ evaluation, step, runId });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (error.code !== "cancelled") setFault(error.toFault());
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={styles["card"]}>
      <header>
        <h3 title={t("learning.evaluationHelp")}>{t("learning.evaluationTitle")}</h3>
        <Button
          disabled={!ready}
          onClick={() => {
            if (busy) running.current?.abort();
            else void evaluate();
          }}
        >
          {t(busy ? "learning.stop" : "learning.evaluate")}
        </Button>
      </header>
      {notComparable && <p role="status">{t("learning.notComparable")}</p>}
      {fault !== null && <p role="alert">{faultText(t, fault).what}</p>}
      {measured !== null && measured.runId === runId ? (
        <Figures measured={measured} />
      ) : (
        <p>{t(busy ? "learning.evaluating" : "learning.evaluationHelp")}</p>
      )}
    </section>
  );
}

function Figures({ measured }: { readonly measured: Measured }): ReactElement {
  const t = useText();
  const number = useNumberFormat();
  const latent = useAppState(selectLatent);
  const { evaluation, step } = measured;
  const { variance } = evaluation.aggregatePosterior;
  const spread = variance.reduce((sum, v) => sum + Math.sqrt(v), 0) / variance.length;
  const rows = [
    { id: "elbo", label: t("learning.negativeElbo"), value: number(evaluation.negativeElbo, 1) },
    {
      id: "reconstruction",
      label: t("learning.reconstruction"),
      value: number(evaluation.reconstruction, 1),
    },
    { id: "kl", label: t("learning.kl"), value: number(evaluation.kl, 1) },
    {
      id: "active",
      label: t("learning.activeUnitsLabel"),
      value: t("learning.activeUnits", { active: evaluation.activeUnits, latent }),
    },
    {
      id: "diversity",
      label: t("learning.diversity"),
      help: t("learning.diversityHelp"),
      value: number(evaluation.diversity, 3),
    },
    {
      id: "spread",
      label: t("learning.spread"),
      help: t("learning.spreadHelp"),
      value: number(spread, 2),
    },
  ];
  return (
    <>
      <dl>
        {rows.map((row) => (
          <div key={row.id} data-term={row.id} title={row.help}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <p>{t("learning.evaluatedAt", { images: number(evaluation.images), step: number(step) })}</p>
    </>
  );
}
