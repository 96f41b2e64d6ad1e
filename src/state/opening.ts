/**
 * What a visit opens with: the link, what was stored, or the first preset. A link always beats what
 * was stored, unless it is the stored experiment's own. Decides; starts nothing.
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { encodeUrl, type DecodedLink, type LinkState } from "#/core/experiment/url.ts";
import type { Fault } from "#/core/fault.ts";
import { misfit } from "#/state/patching.ts";
import type { StoredSession } from "#/state/persist.ts";
import type { StartPlan } from "#/state/runStart.ts";

export interface Opening {
  readonly plan: StartPlan;
  readonly draft: ExperimentConfig;
  readonly train: boolean;
  /** What of the link or the storage was left out; null when nothing was. */
  readonly fault: Fault | null;
}

export function chooseOpening(
  link: DecodedLink,
  stored: StoredSession | null,
  dataSets: readonly DatasetEntry[],
  reducedMotion: boolean,
): Opening {
  const back = stored === null ? null : fromStorage(link, stored, dataSets);
  if (back !== null) return back;
  const problem = misfit(link.config, dataSets);
  const built = problem === null ? link.config : presetConfig(link.preset);
  const lost = stored === null || link.hasExperiment ? null : lostSet(stored, dataSets);
  const problems = [...link.problems, problem, lost].filter((fault) => fault !== null);
  return {
    plan: { preset: link.preset, built, live: link.live, checkpoint: null, metrics: null },
    draft: built,
    train: trainsByItself(link, reducedMotion),
    fault: asOneFault(problems),
  };
}

/** A set of one's own may be removed, and its experiment with it. */
function lostSet({ experiment }: StoredSession, dataSets: readonly DatasetEntry[]): Fault | null {
  const problem = misfit(experiment.built, dataSets);
  return problem?.code === "unknown-data-set" ? problem : null;
}

/**
 * A first visit trains unless its link or the visitor's taste for stillness says otherwise, or it
 * opens elsewhere: there one asks for what one wants to see.
 */
export function trainsByItself(link: DecodedLink, reducedMotion: boolean): boolean {
  return link.route.mode === "play" && (link.autostart ?? !reducedMotion);
}

/** Null when the link asks for something else, or the data sets have changed under it. */
function fromStorage(
  link: DecodedLink,
  { experiment, run }: StoredSession,
  dataSets: readonly DatasetEntry[],
): Opening | null {
  const { preset, built, draft, live } = experiment;
  if (misfit(built, dataSets) !== null) return null;
  if (link.hasExperiment && !sameExperiment(link, { preset, config: built, live })) return null;
  const readable = run === "unreadable" ? null : run;
  return {
    plan: {
      preset,
      built,
      live,
      checkpoint: readable?.checkpoint ?? null,
      metrics: readable?.metrics ?? null,
    },
    draft,
    train: link.route.mode === "play" && link.autostart === true,
    fault: run === "unreadable" ? checkpointInvalid : asOneFault(link.problems),
  };
}

function sameExperiment(
  a: Pick<LinkState, "preset" | "config" | "live">,
  b: Pick<LinkState, "preset" | "config" | "live">,
): boolean {
  const text = ({ preset, config, live }: typeof a) => encodeUrl({ preset, config, live });
  return text(a) === text(b);
}

export const checkpointInvalid: Fault = {
  code: "checkpoint-invalid",
  message: "The stored run could not be read; its settings are kept and training starts at step 0.",
  hint: "Press Train.",
};

/**
 * Everything in a link that was left out: one sentence for the pieces that could not be read, and one
 * for each problem of another kind.
 */
export function asOneFault(problems: readonly Fault[]): Fault | null {
  const pieces = problems.filter(({ values }) => namedPart(values) !== null);
  const others = problems.filter((problem) => !pieces.includes(problem));
  const [first, ...more] =
    pieces.length > 1 ? [unreadPieces(pieces), ...others] : [...pieces, ...others];
  if (first === undefined || more.length === 0) return first ?? null;
  return { ...first, message: [first, ...more].map(({ message }) => message).join(" "), more };
}

function unreadPieces(pieces: readonly Fault[]): Fault {
  const parts = pieces.map(({ values }) => namedPart(values)).join(", ");
  return {
    code: "url-invalid",
    message: `Part of this link could not be read: ${parts}.`,
    hint: "The rest of the link is in use; defaults stand in for what is missing.",
    values: { parts },
  };
}

function namedPart(values: Fault["values"]): string | null {
  if (values === undefined) return null;
  const { parts, preset, field, value } = values;
  if (parts !== undefined) return String(parts);
  if (preset !== undefined) return `preset=${String(preset)}`;
  if (field === undefined) return null;
  return value === undefined ? String(field) : `${String(field)}=${String(value)}`;
}
