/** Three experiments to try when training has ended. Pure. */
import type { ExperimentConfig, ExperimentPatch } from "#/core/experiment/config.ts";
import type { TextKey, TextValues } from "#/i18n/keys.ts";

export interface NextExperiment {
  readonly key: TextKey;
  readonly values: TextValues;
  readonly patch: ExperimentPatch;
}

/**
 * Changes worth seeing against the run that just ended: the weight of the KL term, the size of z, and
 * the mean over pixels where their sum belongs, under which the KL term wins (or the way back).
 */
export function nextExperiments(config: ExperimentConfig): readonly NextExperiment[] {
  const beta = config.objective.beta === 4 ? 1 : 4;
  const latent = config.model.latent === 20 ? 2 : 20;
  const broken = config.objective.reconstructionReduction === "mean";
  return [
    { key: "bar.end.beta", values: { beta }, patch: { objective: { beta } } },
    { key: "bar.end.dimensions", values: { count: latent }, patch: { model: { latent } } },
    {
      key: broken ? "bar.end.mendIt" : "bar.end.breakIt",
      values: {},
      patch: { objective: { reconstructionReduction: broken ? "sum" : "mean" } },
    },
  ];
}
