/**
 * The experiment as a link: the preset, what differs from it, live changes, how to run, and where in
 * the page it leads.
 * `?preset=mnist-dense-2&seed=7&objective.beta=4&model.encoder=dense:400:relu&live=120:objective.beta:2`.
 * Reading never throws: what cannot be understood is left at the preset's value and reported. Lanes
 * of a comparison are carried as they stand; what they mean is linkLanes.ts's, once one opens.
 */
import { type EngineChoice, engineChoices } from "#/core/backend/engine.ts";
import { type BackendName, backendNames } from "#/core/backend/report.ts";
import type { ExperimentConfig, LiveChange, PresetId } from "#/core/experiment/config.ts";
import { isFieldPath } from "#/core/experiment/fields.ts";
import { readChoice, unknownKey, urlFault } from "#/core/experiment/linkFaults.ts";
import {
  fieldPairs,
  livePairs,
  readField,
  readLive,
  readPreset,
} from "#/core/experiment/linkFields.ts";
import { readRoute, routePairs } from "#/core/experiment/linkRoute.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { type QueryPair, readQuery, writeQuery } from "#/core/experiment/query.ts";
import type { Fault } from "#/core/fault.ts";
import { type Route, frontRoute } from "#/core/route.ts";

export const urlLanguages = ["en", "zh-CN"] as const;
export type UrlLanguage = (typeof urlLanguages)[number];

/** A parameter of lanes B …: `b.objective.beta=4`. */
export type LanePair = readonly [key: string, value: string];

/** What a link holds. Null: the link does not say. */
export interface LinkState {
  readonly preset: PresetId;
  readonly config: ExperimentConfig;
  readonly live: readonly LiveChange[];
  readonly backend: BackendName | null;
  readonly engine: EngineChoice | null;
  readonly autostart: boolean | null;
  readonly lang: UrlLanguage | null;
  readonly route: Route;
  /** In the link's order. */
  readonly lanes: readonly LanePair[];
}

export interface DecodedLink extends LinkState {
  /** True when the link names a preset, sets any field or has lanes: such a link beats what was stored. */
  readonly hasExperiment: boolean;
  readonly problems: readonly Fault[];
}

const firstPreset: PresetId = "mnist-dense-2";

/** The search part of a link, "?…". The preset always stands in it. */
export function encodeUrl(link: Pick<LinkState, "preset" | "config"> & Partial<LinkState>): string {
  const { live = [], backend = null, engine = null, autostart = null, lang = null } = link;
  const pairs: LanePair[] = [
    ...routePairs(link.route ?? frontRoute),
    ["preset", link.preset],
    ...fieldPairs(link.config, presetConfig(link.preset)),
    ...livePairs(live),
    ...(link.lanes ?? []),
  ];
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
  const preset = readPreset(pairs, firstPreset, problems);
  const lanes: LanePair[] = [];
  let config = presetConfig(preset);
  let live: readonly LiveChange[] = [];
  let backend: BackendName | null = null;
  let engine: EngineChoice | null = null;
  let autostart: boolean | null = null;
  let lang: UrlLanguage | null = null;
  let route = frontRoute;

  for (const pair of pairs) {
    const { key, value } = pair;
    if (key === "preset") continue;
    if (value === null) {
      problems.push(urlFault(pair));
      continue;
    }
    const applied = readField(config, { key, value });
    const led = readRoute(route, pair, problems);
    if (applied !== null) {
      if (applied.ok) config = applied.value;
      else problems.push(applied.error);
    } else if (led !== null) route = led;
    else if (isLaneKey(pair)) lanes.push([key, value]);
    else if (key === "live") live = readLive(value, problems);
    else if (key === "backend") backend = readChoice(backendNames, pair, problems);
    else if (key === "engine") engine = readChoice(engineChoices, pair, problems);
    else if (key === "autostart") {
      const choice = readChoice(["0", "1"] as const, pair, problems);
      autostart = choice === null ? null : choice === "1";
    } else if (key === "lang") lang = readChoice(urlLanguages, pair, problems);
    else problems.push(unknownKey(key));
  }
  const hasExperiment = pairs.some(
    (pair) => /^(preset|seed|live)$/.test(pair.key) || isFieldPath(pair.key) || isLaneKey(pair),
  );
  const run = { backend, engine, autostart, lang };
  return { preset, config, live, ...run, route, lanes, hasExperiment, problems };
}

/**
 * Lane A is the experiment of the link itself. Beyond lane D a single letter is one only where it says
 * so: others add `s=20` to links.
 */
function isLaneKey({ key, value }: QueryPair): boolean {
  return /^([b-z]\.|[bcd]$)/.test(key) || (/^[e-z]$/.test(key) && value === "same");
}

/** Added to links by mail and chat programs; no setting was meant. */
function isTracking(key: string): boolean {
  return /^(utm_\w+|fbclid|gclid|msclkid|ref|from|source)$/.test(key);
}
