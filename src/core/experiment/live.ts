/** What the live fields are worth at a step, from the config and the changes recorded since. */
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

function configValue(config: ExperimentConfig, field: LiveField): number {
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
