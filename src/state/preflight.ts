/**
 * Before a long run starts by hand or by itself: three timed steps say what it costs here, and the
 * page asks. Fetched when a run looks long on paper (patching.ts); scripts are never asked.
 */
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { describeDifference } from "#/core/experiment/diff.ts";
import { presets } from "#/core/experiment/presets.ts";
import type { AppStore } from "#/state/parts.ts";
import { patched } from "#/state/patching.ts";
import type { AppState, CostAnswer } from "#/state/types.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** A run is long from here on, seconds. */
const LONG = 600;

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
  const lighter = lighterVariant(store.getState());
  const answer = await askCost(store, trainer, steps, lighter !== null, isPaused);
  if (answer === "cancel") return null;
  return answer === "lighter" && lighter !== null ? lighter : store.getState().built;
}

/** The experiment in minutes instead of hours; null where its preset has no such variant left. */
function lighterVariant({ preset, config, dataSets }: AppState): ExperimentConfig | null {
  const { lighter } = presets[preset];
  const next = lighter === null ? null : patched(config, lighter, dataSets);
  if (next?.ok !== true) return null;
  return describeDifference(config, next.value).length > 0 ? next.value : null;
}

/**
 * "train" at once for a run that turns out short, or whose steps cannot be timed. "cancel" also when
 * another run, or training itself, came in between.
 */
async function askCost(
  store: AppStore,
  trainer: TrainerApi,
  steps: number,
  lighter: boolean,
  isPaused: () => boolean,
): Promise<CostAnswer> {
  const { runId } = store.getState();
  const isOver = () => {
    const { runId: current, phase } = store.getState();
    return current !== runId || phase === "training" || phase === "waiting";
  };
  store.setState({ costNotice: { phase: "measuring" } });
  try {
    const timed = await trainer.request("estimate", { of: "training" }).catch(() => null);
    if (isOver() || isPaused()) return "cancel";
    if (timed === null) return "train";
    const seconds = (timed.msPerStep * steps) / 1000;
    if (seconds < LONG) return "train";
    return await new Promise<CostAnswer>((resolve) => {
      const stop = store.subscribe(() => {
        if (isOver()) answer("cancel");
      });
      function answer(given: CostAnswer): void {
        stop();
        resolve(given);
      }
      const { msPerStep } = timed;
      store.setState({
        costNotice: { phase: "asking", seconds, msPerStep, steps, lighter, answer },
      });
    });
  } finally {
    store.setState({ costNotice: null });
  }
}
