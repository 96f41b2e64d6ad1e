/**
 * Where the loss is not the ELBO: what the code prints, the β this amounts to, and the −ELBO of the
 * test images beside it, the one number that compares across systems.
 */
import type { ReactElement } from "react";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import { deviationsOf } from "#/core/objective/deviations.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import styles from "#/features/learning/ConventionLine.module.css";
import { factorText, figureText } from "#/features/learning/figureText.ts";
import type { Translate } from "#/i18n/keys.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

const selectConfig = (state: AppState) => state.config;
const selectDataset = (state: AppState) => state.dataset;

const REDRAW = 500;

export function ConventionLine(): ReactElement | null {
  const t = useText();
  const number = useNumberFormat();
  const { metrics, frames } = useAppParts();
  usePacedTime(metrics, REDRAW);
  const { objective } = useAppState(selectConfig);
  const weight = useEffectiveBeta();
  // A guard against log 0 changes nothing that these figures say.
  if (deviationsOf(objective).every(({ effect }) => effect === "digits")) return null;
  const { current } = metrics;
  const written = current.lossTotal[current.length - 1] ?? Number.NaN;
  // The curves' own newest point, so that the same number stands in one panel.
  const test = current.test.at(-1) ?? frames.list().at(-1)?.frame.test;
  const elbo = test === undefined ? Number.NaN : test.reconstruction + test.kl;
  return (
    <dl
      className={styles["line"]}
      aria-label={t("learning.convention.label")}
      data-testid="convention"
    >
      <div>
        <dt>{t("learning.convention.asWritten")}</dt>
        <dd>{figureText(number, written)}</dd>
        <dd className={styles["how"]}>{howWritten(t, objective)}</dd>
      </div>
      {objective.sampling && (
        <div title={t("learning.convention.effectiveBetaHelp")}>
          <dt>{t("learning.convention.effectiveBeta")}</dt>
          <dd data-term="kl">{factorText(number, weight)}</dd>
        </div>
      )}
      <div title={t("learning.convention.elboHelp")}>
        <dt>{t("learning.convention.elbo")}</dt>
        <dd>{objective.sampling ? number(elbo, 1) : t("learning.convention.noBound")}</dd>
      </div>
    </dl>
  );
}

/** "mean over pixels, KL summed without ½". */
function howWritten(t: Translate, objective: ObjectiveSpec): string {
  const { sampling, reconstructionReduction, klReduction, klHalf } = objective;
  const kl = sampling ? t(`learning.convention.kl.${klReduction}`) : t("learning.convention.noKl");
  const half = sampling && !klHalf ? ` ${t("learning.convention.withoutHalf")}` : "";
  return t("learning.convention.how", {
    reconstruction: t(`learning.convention.reconstruction.${reconstructionReduction}`),
    kl: kl + half,
  });
}

/** Of the newest step; before the first, what the settings amount to. */
export function useEffectiveBeta(): number {
  const { metrics } = useAppParts();
  const { objective, model, training } = useAppState(selectConfig);
  const shape = useAppState(selectDataset)?.shape ?? [28, 28, 1];
  const { current } = metrics;
  const beta = current.beta[current.length - 1] ?? objective.beta;
  const pixels = shape[0] * shape[1] * shape[2];
  const sizes = { pixels, latent: model.latent, batch: training.batch };
  return effectiveBeta(conventionOf(objective, sizes), beta);
}
