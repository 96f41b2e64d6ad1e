/** Live changes as data: what the settings are at a step, and how the list of changes grows. */
import type { ExperimentConfig, LiveChange, LiveField } from "#/core/experiment/config.ts";
import { accepts } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { fieldFault } from "#/core/experiment/parseFaults.ts";
import { EngineError } from "#/core/fault.ts";

/** Value of `field` for the step after `step` steps have been taken. */
export function liveValue(
  config: ExperimentConfig,
  live: readonly LiveChange[],
  field: LiveField,
  step: number,
): number {
  const change = live.findLast((entry) => entry.field === field && entry.step <= step);
  return change?.value ?? configValue(config, field);
}

export function configValue(config: ExperimentConfig, field: LiveField): number {
  switch (field) {
    case "objective.beta":
      return config.objective.beta;
    case "optimizer.learningRate":
      return config.optimizer.learningRate;
    case "training.epochs":
      return config.training.epochs;
  }
}

/**
 * Adds a change in step order. A later change of the same field at the same step replaces the one
 * before: a dragged slider leaves one flag a step, not a hundred.
 */
export function recordLive(live: readonly LiveChange[], change: LiveChange): LiveChange[] {
  const kept = live.filter((e) => !(e.step === change.step && e.field === change.field));
  const at = kept.findIndex((entry) => entry.step > change.step);
  return at < 0 ? [...kept, change] : [...kept.slice(0, at), change, ...kept.slice(at)];
}

/** @throws EngineError "field-invalid". */
export function checkLive(field: LiveField, value: number): void {
  if (!accepts(fields[field], value)) throw new EngineError(fieldFault(field, value));
}

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
