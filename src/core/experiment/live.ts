/** Live changes as data: what the settings are at a step, and how the list of changes grows. */
import type {
  ExperimentConfig,
  LiveChange,
  LiveField,
  LiveValue,
} from "#/core/experiment/config.ts";
import { accepts } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { applyPatch } from "#/core/experiment/parse.ts";
import { fieldFault } from "#/core/experiment/parseFaults.ts";
import { EngineError } from "#/core/fault.ts";

/** Value of `field` for the step after `step` steps have been taken. */
export function liveValue(
  config: ExperimentConfig,
  live: readonly LiveChange[],
  field: LiveField,
  step: number,
): LiveValue {
  const change = live.findLast((entry) => entry.field === field && entry.step <= step);
  return change?.value ?? configValue(config, field);
}

export function configValue(config: ExperimentConfig, field: LiveField): LiveValue {
  return fields[field].read(config);
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

/** Whether a live field may have this value. */
export function acceptsLive(field: LiveField, value: unknown): value is LiveValue {
  const described = fields[field];
  if (described.kind === "choice") return described.options.some((option) => option === value);
  return typeof value === "number" && accepts(described, value);
}

/** @throws EngineError "field-invalid". */
export function checkLive(field: LiveField, value: unknown): void {
  if (!acceptsLive(field, value)) throw new EngineError(fieldFault(field, value));
}

/** `config` with one live field set; as it was for a value the field cannot have. */
export function withLive(
  config: ExperimentConfig,
  field: LiveField,
  value: LiveValue,
): ExperimentConfig {
  const patched = applyPatch(config, livePatch(field, value));
  return patched.ok ? patched.value : config;
}

function livePatch(field: LiveField, value: LiveValue): unknown {
  const [section = "", name = ""] = field.split(".");
  return { [section]: { [name]: value } };
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
