/**
 * The lanes of a comparison in a link: `b.objective.beta=4&c.preset=mnist-sigmoid-b&d=same`. A lane is
 * told by what differs from lane A, or, where it names a preset of its own, from that preset on lane
 * A's images. Reading never throws: what cannot be understood is left out and reported.
 */
import type { ExperimentConfig, LiveChange, PresetId } from "#/core/experiment/config.ts";
import { unknownKey, urlFault } from "#/core/experiment/linkFaults.ts";
import {
  fieldPairs,
  livePairs,
  readField,
  readLive,
  readPreset,
} from "#/core/experiment/linkFields.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { onImagesOf } from "#/core/experiment/sharing.ts";
import type { QueryPair } from "#/core/experiment/query.ts";
import type { LanePair } from "#/core/experiment/url.ts";
import type { Fault } from "#/core/fault.ts";

/** What a lane is built from. */
export interface LinkLane {
  readonly preset: PresetId;
  readonly config: ExperimentConfig;
  /** Replayed at their steps. */
  readonly live: readonly LiveChange[];
  /**
   * Of a lane that goes on from a moment of another: that step, from 1. No link can carry the weights
   * of that moment; it can only say that there were some.
   */
  readonly goesOn?: number;
}

type Lead = Pick<LinkLane, "preset" | "config">;

const letters = ["b", "c", "d"] as const;
const same = "same";

function baseOf(preset: PresetId, lead: Lead): ExperimentConfig {
  return preset === lead.preset ? lead.config : onImagesOf(presetConfig(preset), lead.config);
}

/** Lanes B … D, in order. */
export function encodeLanes(lanes: readonly LinkLane[], lead: Lead): LanePair[] {
  return letters.flatMap((letter, i): LanePair[] => {
    const lane = lanes[i];
    if (lane === undefined) return [];
    const own: LanePair[] = [
      ...(lane.preset === lead.preset ? [] : [["preset", lane.preset] as const]),
      ...fieldPairs(lane.config, baseOf(lane.preset, lead)),
      ...livePairs(lane.live),
      ...(lane.goesOn === undefined ? [] : [["goesOn", String(lane.goesOn)] as const]),
    ];
    if (own.length === 0) return [[letter, same]];
    return own.map(([key, value]) => [`${letter}.${key}`, value]);
  });
}

export interface LinkLanes {
  /** At most three, in the order of their letters. */
  readonly lanes: readonly LinkLane[];
  /** What the link calls each of them: "B" … "D". Some may be left out. */
  readonly letters: readonly string[];
  readonly problems: readonly Fault[];
}

export function decodeLanes(pairs: readonly LanePair[], lead: Lead): LinkLanes {
  const problems: Fault[] = [];
  const found = letters.flatMap((letter) => {
    const own = pairs.filter(([key]) => key === letter || key.startsWith(`${letter}.`));
    const faults: Fault[] = [];
    const lane = readLane(own, lead, faults);
    problems.push(...faults.map((fault) => ofLane(letter, fault)));
    return lane === null ? [] : [{ letter: letter.toUpperCase(), lane }];
  });
  const beyond = pairs.filter(([key]) => !letters.some((letter) => key.charAt(0) === letter));
  if (beyond.length > 0) problems.push(tooMany(found.length, beyond));
  return {
    lanes: found.map(({ lane }) => lane),
    letters: found.map(({ letter }) => letter),
    problems,
  };
}

/** Null where nothing of it can be read. */
function readLane(pairs: readonly LanePair[], lead: Lead, problems: Fault[]): LinkLane | null {
  const whole = pairs.filter(([key]) => key.length === 1);
  const wrong = whole.filter(([, value]) => value !== same);
  problems.push(...wrong.map(([, value]) => urlFault({ key: "", value }, same)));
  if (pairs.length === wrong.length) return null;

  const own = pairs.flatMap(([key, value]) =>
    key.length === 1 ? [] : [{ key: key.slice(2), value }],
  );
  const preset = readPreset(own, lead.preset, problems);
  let config = baseOf(preset, lead);
  let live: readonly LiveChange[] = [];
  let goesOn: number | null = null;
  for (const { key, value } of own) {
    if (key === "preset") continue;
    const applied = readField(config, { key, value });
    if (applied?.ok === true) config = applied.value;
    else if (applied !== null) problems.push(applied.error);
    else if (key === "live") live = readLive(value, problems);
    else if (key === "goesOn") goesOn = readStep({ key, value }, problems);
    else problems.push(unknownKey(key));
  }
  return { preset, config, live, ...(goesOn !== null && { goesOn }) };
}

function readStep(pair: QueryPair, problems: Fault[]): number | null {
  const step = Number(pair.value);
  if (Number.isSafeInteger(step) && step > 0) return step;
  problems.push(urlFault(pair, "a step from 1 on"));
  return null;
}

/** Names the lane in what a fault says of its link. */
function ofLane(letter: string, fault: Fault): Fault {
  const { values = {} } = fault;
  const { parts, field } = values;
  if (parts !== undefined) {
    const text = String(parts);
    const named = text.startsWith("=") ? `${letter}${text}` : `${letter}.${text}`;
    return { ...fault, message: `The link says ${named}.`, values: { ...values, parts: named } };
  }
  if (field === undefined) return fault;
  return { ...fault, values: { ...values, field: `${letter}.${String(field)}` } };
}

/** @param read how many of lanes B … D there are. */
function tooMany(read: number, beyond: readonly LanePair[]): Fault {
  const others = [...new Set(beyond.map(([key]) => key.charAt(0).toUpperCase()))];
  const count = 1 + read + others.length;
  const letters = others.join(", ");
  return {
    code: "lanes-beyond",
    message: `This link has ${String(count)} lanes; only A to D can be open, so the others were left out (${letters}).`,
    hint: "Open the others from a link of their own.",
    values: { count, letters },
  };
}
