/**
 * Before long training starts by hand or by itself: three timed steps of each run say what it costs
 * here, and the page asks. Fetched when a run looks long on paper (patching.ts); scripts are never
 * asked. Lanes that train together are asked about once: lanes/laneBegin.ts. Questions of several lanes
 * come one after the other.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { type Change, describeDifference } from "#/core/experiment/diff.ts";
import { presets } from "#/core/experiment/presets.ts";
import type { AppStore } from "#/state/parts.ts";
import { patched } from "#/state/patching.ts";
import type { AppState, CostAnswer, CostNotice } from "#/state/types.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** Training is long from here on, seconds. */
const LONG = 600;

/** What would train: so many steps of one run. */
export interface CostlyRun {
  readonly store: AppStore;
  readonly trainer: TrainerApi;
  readonly steps: number;
}

/**
 * What to train: the run as it was built, its lighter variant, or null for nothing now.
 * @param isPaused somebody paused, or went elsewhere, while its steps were timed.
 */
export async function preflight(
  store: AppStore,
  trainer: TrainerApi,
  steps: number,
  isPaused: () => boolean,
): Promise<ExperimentConfig | null> {
  const state = store.getState();
  const lighter = lighterVariant(state);
  const changes = lighter === null ? [] : describeDifference(state.config, lighter);
  const answer = await askCost(store, [{ store, trainer, steps }], changes, isPaused);
  if (answer === "cancel") return null;
  return answer === "lighter" && lighter !== null ? lighter : store.getState().built;
}

/** The experiment in minutes instead of hours; null where its preset has no such variant left. */
export function lighterVariant({ preset, config, dataSets }: AppState): ExperimentConfig | null {
  const { lighter } = presets[preset];
  const next = lighter === null ? null : patched(config, lighter, dataSets);
  if (next?.ok !== true) return null;
  return describeDifference(config, next.value).length > 0 ? next.value : null;
}

/**
 * "train" at once for runs that together turn out short, or whose steps cannot be timed. "cancel" also
 * when another run, training itself, or another part of the page came in between, or where these very
 * runs are being asked about.
 * @param asker the store that tells the question.
 * @param lighter what a lighter variant would change; none to offer where it is empty.
 */
export async function askCost(
  asker: AppStore,
  runs: readonly CostlyRun[],
  lighter: readonly Change[],
  isPaused: () => boolean,
): Promise<CostAnswer> {
  const isOver = overSince(asker, runs);
  const about = runs.map(({ store }) => store);
  if (!(await inTurn(asker, about, isOver)) || isOver() || isPaused()) return "cancel";
  let standing: CostNotice = { phase: "measuring", about };
  const show = (notice: CostNotice) => {
    standing = notice;
    asker.setState({ costNotice: notice });
  };
  show(standing);
  try {
    let seconds = 0;
    for (const { trainer, steps } of runs) {
      const timed = await trainer.request("estimate", { of: "training" }).catch(() => null);
      if (isOver() || isPaused()) return "cancel";
      seconds += ((timed?.msPerStep ?? 0) * steps) / 1000;
    }
    if (seconds < LONG) return "train";
    const steps = runs.reduce((sum, run) => sum + run.steps, 0);
    const msPerStep = (seconds * 1000) / steps;
    return await new Promise<CostAnswer>((resolve) => {
      const stops = [asker, ...about].map((store) =>
        store.subscribe(() => {
          if (isOver()) answer("cancel");
        }),
      );
      function answer(given: CostAnswer): void {
        for (const stop of stops) stop();
        resolve(given);
      }
      const cost = { seconds, msPerStep, steps, lanes: runs.length };
      show({ phase: "asking", about, ...cost, lighter, answer });
    });
  } finally {
    if (asker.getState().costNotice === standing) asker.setState({ costNotice: null });
  }
}

/**
 * Waits until nothing else is asked: a question about some of these runs alone gives way, one about
 * others is answered first. False: all of these are asked about already, or there is nothing to ask.
 */
async function inTurn(
  asker: AppStore,
  about: CostNotice["about"],
  isOver: () => boolean,
): Promise<boolean> {
  for (;;) {
    const { costNotice: standing } = asker.getState();
    if (standing === null) return true;
    if (isOver() || about.every((store) => standing.about.includes(store))) return false;
    const isPart = standing.about.every((store) => about.includes(store));
    if (isPart && standing.phase === "asking") standing.answer("cancel");
    await new Promise<void>((resolve) => {
      const stop = asker.subscribe(({ costNotice }) => {
        if (costNotice === standing && !isOver()) return;
        stop();
        resolve();
      });
    });
  }
}

/** Whether what is asked about is no longer what stands there. */
function overSince(asker: AppStore, runs: readonly CostlyRun[]): () => boolean {
  const place = () => {
    const { mode, topic, step } = asker.getState().route;
    return `${mode}/${String(topic)}/${String(step)}`;
  };
  const before = place();
  const ids = runs.map(({ store }) => store.getState().runId);
  return () =>
    place() !== before ||
    runs.some(({ store }, i) => {
      const { runId, phase } = store.getState();
      return runId !== ids[i] || phase === "training" || phase === "waiting";
    });
}
