/** Live changes as data: what an experiment's settings are at a step, and how a list of changes grows. */
import type { ExperimentConfig, LiveChange, LiveField } from "#/core/experiment/config.ts";

/** `config` with one live field set. */
export function withLive(
  config: ExperimentConfig,
  field: LiveField,
  value: number,
): ExperimentConfig {
  switch (field) {
    case "objective.beta":
      return { ...config, objective: { ...config.objective, beta: value } };
    case "optimizer.learningRate":
      return { ...config, optimizer: { ...config.optimizer, learningRate: value } };
    case "training.epochs":
      return { ...config, training: { ...config.training, epochs: value } };
  }
}

/** What `built` has become after `step` steps. */
export function configAtStep(
  built: ExperimentConfig,
  live: readonly LiveChange[],
  step: number,
): ExperimentConfig {
  return live
    .filter((change) => change.step <= step)
    .reduce((config, { field, value }) => withLive(config, field, value), built);
}

/**
 * Adds a change in order of steps. It replaces one of the same field at the same step, so that a
 * dragged slider leaves one flag.
 */
export function addLive(live: readonly LiveChange[], change: LiveChange): readonly LiveChange[] {
  const kept = live.filter((c) => c.step !== change.step || c.field !== change.field);
  return [...kept, change].sort((a, b) => a.step - b.step);
}
