/**
 * The experiment as a link: the preset, what differs from it, live changes, and how to run.
 * `?preset=mnist-dense-2&seed=7&objective.beta=4&model.encoder=dense:400:relu&live=120:objective.beta:2`.
 * Reading never throws: what cannot be understood is left at the preset's value and reported.
 */
import { type BackendName, backendNames } from "#/core/backend/report.ts";
import type { Fault } from "#/core/fault.ts";
import { formatBlocks, readBlocks } from "#/core/experiment/blockText.ts";
import {
  type ExperimentConfig,
  type LiveChange,
  type PresetId,
  liveFields,
  presetIds,
} from "#/core/experiment/config.ts";
import { readNumber } from "#/core/experiment/field.ts";
import {
  type FieldPath,
  fieldAt,
  fieldPaths,
  fields,
  isFieldPath,
} from "#/core/experiment/fields.ts";
import { acceptsLive } from "#/core/experiment/live.ts";
import { applyPatch, parsePresetId } from "#/core/experiment/parse.ts";
import { fieldFault } from "#/core/experiment/parseFaults.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { type QueryPair, readQuery, writeQuery } from "#/core/experiment/query.ts";

export const engineChoices = ["auto", "compiled", "reference"] as const;
export type EngineChoice = (typeof engineChoices)[number];
export const urlLanguages = ["en", "zh-CN"] as const;
export type UrlLanguage = (typeof urlLanguages)[number];

/** What a link holds. Null: the link does not say. */
export interface LinkState {
  readonly preset: PresetId;
  readonly config: ExperimentConfig;
  readonly live: readonly LiveChange[];
  readonly backend: BackendName | null;
  readonly engine: EngineChoice | null;
  readonly autostart: boolean | null;
  readonly lang: UrlLanguage | null;
}

export interface DecodedLink extends LinkState {
  /** True when the link names a preset or sets any field: such a link beats what was stored. */
  readonly hasExperiment: boolean;
  readonly problems: readonly Fault[];
}

const firstPreset: PresetId = "mnist-dense-2";

/** The search part of a link, "?…". The preset always stands in it. */
export function encodeUrl(link: Pick<LinkState, "preset" | "config"> & Partial<LinkState>): string {
  const base = presetConfig(link.preset);
  const pairs: [string, string][] = [["preset", link.preset]];
  for (const path of fieldPaths) {
    const value = fieldText(path, link.config);
    if (value !== fieldText(path, base)) pairs.push([urlKey(path), value]);
  }
  const { live = [], backend = null, engine = null, autostart = null, lang = null } = link;
  if (live.length > 0) {
    const changes = live.map((c) => `${String(c.step)}:${c.field}:${String(c.value)}`);
    pairs.push(["live", changes.join(";")]);
  }
  if (backend !== null) pairs.push(["backend", backend]);
  if (engine !== null) pairs.push(["engine", engine]);
  if (autostart !== null) pairs.push(["autostart", autostart ? "1" : "0"]);
  if (lang !== null) pairs.push(["lang", lang]);
  return writeQuery(pairs);
}

/** Understands any text: `problems` lists what was wrong, everything else took effect. */
export function decodeUrl(search: string): DecodedLink {
  const pairs = readQuery(search).filter(({ key }) => !isTracking(key));
  const problems: Fault[] = [];
  const preset = readPreset(pairs, problems);
  let config = presetConfig(preset);
  let live: readonly LiveChange[] = [];
  let backend: BackendName | null = null;
  let engine: EngineChoice | null = null;
  let autostart: boolean | null = null;
  let lang: UrlLanguage | null = null;

  for (const pair of pairs) {
    const { key, value } = pair;
    const path = key === "seed" ? "training.seed" : key;
    if (key === "preset") continue;
    if (value === null) problems.push(urlFault(pair));
    else if (isFieldPath(path)) {
      const applied = applyPatch(config, readField(path, value));
      if (applied.ok) config = applied.value;
      else problems.push(applied.error);
    } else if (key === "live") live = readLive(value, problems);
    else if (key === "backend") backend = readChoice(backendNames, pair, problems);
    else if (key === "engine") engine = readChoice(engineChoices, pair, problems);
    else if (key === "autostart") {
      const choice = readChoice(["0", "1"] as const, pair, problems);
      autostart = choice === null ? null : choice === "1";
    } else if (key === "lang") lang = readChoice(urlLanguages, pair, problems);
    else problems.push(unknownKey(key));
  }
  const hasExperiment = pairs.some(
    ({ key }) => key === "preset" || key === "seed" || key === "live" || isFieldPath(key),
  );
  return { preset, config, live, backend, engine, autostart, lang, hasExperiment, problems };
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
function readField(path: FieldPath, text: string): unknown {
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

function readPreset(pairs: readonly QueryPair[], problems: Fault[]): PresetId {
  const pair = pairs.find(({ key }) => key === "preset");
  if (pair === undefined) return firstPreset;
  const parsed = parsePresetId(pair.value);
  if (parsed.ok) return parsed.value;
  problems.push(parsed.error);
  return firstPreset;
}

function readLive(text: string, problems: Fault[]): LiveChange[] {
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

function readChoice<T extends string>(
  options: readonly T[],
  pair: QueryPair,
  problems: Fault[],
): T | null {
  const option = options.find((o) => o === pair.value);
  if (option !== undefined) return option;
  problems.push(urlFault(pair, options.join(", ")));
  return null;
}

function urlFault(pair: QueryPair, allowed?: string): Fault {
  const parts = `${pair.key}=${pair.value ?? ""}`;
  return {
    code: "url-invalid",
    message: `The link says ${parts}, which cannot be read.`,
    hint:
      allowed === undefined
        ? "It was left out; the rest of the link holds."
        : `Allowed: ${allowed}.`,
    values: { parts },
  };
}

function unknownKey(key: string): Fault {
  return {
    code: "unknown-field",
    message: `There is no field "${key}".`,
    hint: `The fields are ${fieldPaths.join(", ")}; the presets are ${presetIds.join(", ")}.`,
    values: { field: key },
  };
}

/** Added to links by mail and chat programs; no setting was meant. */
function isTracking(key: string): boolean {
  return /^(utm_\w+|fbclid|gclid|msclkid|ref|from|source)$/.test(key);
}
