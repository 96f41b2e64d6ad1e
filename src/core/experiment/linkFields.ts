/** One experiment in a link: what differs from a base, and its live changes, as texts and back. */
import { formatBlocks, readBlocks } from "#/core/experiment/blockText.ts";
import {
  type ExperimentConfig,
  type LiveChange,
  type PresetId,
  liveFields,
} from "#/core/experiment/config.ts";
import { readNumber } from "#/core/experiment/field.ts";
import {
  type FieldPath,
  fieldAt,
  fieldPaths,
  fields,
  isFieldPath,
} from "#/core/experiment/fields.ts";
import { urlFault } from "#/core/experiment/linkFaults.ts";
import { acceptsLive } from "#/core/experiment/live.ts";
import { applyPatch, parsePresetId } from "#/core/experiment/parse.ts";
import { fieldFault } from "#/core/experiment/parseFaults.ts";
import type { QueryPair } from "#/core/experiment/query.ts";
import type { Fault } from "#/core/fault.ts";
import { type Result, ok } from "#/core/result.ts";

/** In the order of `fieldPaths`. */
export function fieldPairs(config: ExperimentConfig, base: ExperimentConfig): [string, string][] {
  return fieldPaths.flatMap((path): [string, string][] => {
    const value = fieldText(path, config);
    return value === fieldText(path, base) ? [] : [[urlKey(path), value]];
  });
}

export function livePairs(live: readonly LiveChange[]): [string, string][] {
  if (live.length === 0) return [];
  const changes = live.map((c) => `${String(c.step)}:${c.field}:${String(c.value)}`);
  return [["live", changes.join(";")]];
}

/** Null for a key that names no field. */
export function readField(
  config: ExperimentConfig,
  { key, value }: { readonly key: string; readonly value: string },
): Result<ExperimentConfig, Fault> | null {
  const path = key === "seed" ? "training.seed" : key;
  return isFieldPath(path) ? applyPatch(config, fieldPatch(path, value)) : null;
}

/** The preset a link names first; `otherwise` where it names none, or one nobody knows. */
export function readPreset(
  pairs: readonly QueryPair[],
  otherwise: PresetId,
  problems: Fault[],
): PresetId {
  const pair = pairs.find(({ key }) => key === "preset");
  const parsed = pair === undefined ? ok(otherwise) : parsePresetId(pair.value);
  if (parsed.ok) return parsed.value;
  problems.push(parsed.error);
  return otherwise;
}

export function readLive(text: string, problems: Fault[]): LiveChange[] {
  const changes: LiveChange[] = [];
  for (const piece of text.split(";").filter((p) => p !== "")) {
    const [stepText = "", name = "", valueText = "", ...rest] = piece.split(":");
    const field = liveFields.find((f) => f === name);
    const step = readNumber(stepText);
    const isChoice = field !== undefined && fields[field].kind === "choice";
    const value = isChoice ? valueText : readNumber(valueText);
    if (field === undefined || rest.length > 0 || !Number.isSafeInteger(step) || step < 0) {
      problems.push(urlFault({ key: "live", value: piece }));
    } else if (!acceptsLive(field, value)) {
      problems.push(fieldFault(field, Number.isNaN(value) ? valueText : value));
    } else changes.push({ step, field, value });
  }
  return changes.sort((a, b) => a.step - b.step);
}

function urlKey(path: FieldPath): string {
  return path === "training.seed" ? "seed" : path;
}

function fieldText(path: FieldPath, config: ExperimentConfig): string {
  const field = fieldAt(path);
  if (field.kind === "blocks") return formatBlocks(field.read(config));
  const value = field.read(config);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === null ? "all" : String(value);
}

/** The patch a parameter asks for; its values are checked when it is applied. */
function fieldPatch(path: FieldPath, text: string): unknown {
  const [section = "", name = ""] = path.split(".");
  const field = fieldAt(path);
  const number = (): unknown => {
    const value = readNumber(text);
    return Number.isNaN(value) ? text : value;
  };
  switch (field.kind) {
    case "blocks":
      return { [section]: { [name]: readBlocks(text) ?? text } };
    case "limit":
      return { [section]: { [name]: text === "all" ? null : number() } };
    case "number":
    case "integer":
      return { [section]: { [name]: number() } };
    case "switch":
      return { [section]: { [name]: text === "yes" ? true : text === "no" ? false : text } };
    case "choice":
    case "dataSet":
      return { [section]: { [name]: text } };
  }
}
