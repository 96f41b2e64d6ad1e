/** Which training step computes, why, and what it costs; a switch that the run under way goes on with. */
import { backendTitles } from "#/core/backend/titles.ts";
import styles from "./EngineReport.module.css";
import { engineChoices } from "#/core/backend/engine.ts";
import type { BackendName } from "#/core/backend/report.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { setEngine } from "#/state/engineChoice.ts";
import { shown } from "#/state/parts.ts";
import type { AppState } from "#/state/types.ts";
import { ToggleGroup } from "#/ui/ToggleGroup.tsx";

const selectEngine = (state: AppState) => state.engine;
const selectChoice = (state: AppState) => state.engineChoice;

export function EngineReport({ backend }: { readonly backend: BackendName }) {
  const t = useText();
  const app = useAppParts();
  const engine = useAppState(selectEngine);
  const choice = useAppState(selectChoice);
  const canCompile = backend === "webgpu";
  return (
    <section className={styles["engine"]} aria-label={t("bar.engine.title")}>
      <h3>{t("bar.engine.title")}</h3>
      {engine !== null && (
        <p aria-live="polite">
          <strong>{t(`training.backend.${engine.kind}`)}</strong>
          {`: ${t(`bar.engine.reason.${engine.reason}`)}.`}
        </p>
      )}
      {engine !== null && engine.words !== "" && <pre>{engine.words}</pre>}
      <ToggleGroup
        label={t("bar.engine.title")}
        value={choice}
        disabled={!canCompile}
        options={engineChoices.map((value) => ({ value, label: t(`bar.engine.choice.${value}`) }))}
        onChange={(value) => {
          void shown(app.store, setEngine(app, value));
        }}
      />
      <p className={styles["note"]}>
        {canCompile
          ? t("bar.engine.same")
          : t("bar.engine.unavailable", { name: backendTitles[backend] })}
      </p>
      <StepCost onGpu={backend === "webgpu" || backend === "webgl"} />
    </section>
  );
}

const selectProgress = (state: AppState) => state.progress;

/** Of the newest steps; nothing before the first. JavaScript stands apart where something else computes. */
function StepCost({ onGpu }: { readonly onGpu: boolean }) {
  const t = useText();
  const format = useNumberFormat();
  const progress = useAppState(selectProgress);
  if (progress === null || progress.msPerStep === 0) return null;
  const { dispatchesPerStep, msPerStep, jsMsPerStep } = progress;
  const milliseconds = (ms: number) => t("bar.engine.ms", { ms: format(ms, ms < 10 ? 2 : 0) });
  return (
    <dl>
      {dispatchesPerStep !== null && (
        <div>
          <dt>{t("bar.engine.dispatches")}</dt>
          <dd>{format(dispatchesPerStep)}</dd>
        </div>
      )}
      <div>
        <dt>{t("bar.engine.time")}</dt>
        <dd>{milliseconds(msPerStep)}</dd>
      </div>
      {onGpu && (
        <div>
          <dt>{t("bar.engine.script")}</dt>
          <dd>{milliseconds(jsMsPerStep)}</dd>
        </div>
      )}
    </dl>
  );
}
