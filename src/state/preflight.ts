/**
 * Before a long run starts by hand or by itself: three timed steps say what it costs here, and the
 * page asks. Fetched when a run looks long on paper (patching.ts); scripts are never asked.
 */
import type { AppStore } from "#/state/parts.ts";
import type { CostAnswer } from "#/state/types.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** A run is long from here on, seconds. */
const LONG = 600;

export interface CostQuestion {
  /** That are to be taken. */
  readonly steps: number;
  /** Whether a lighter variant is on offer. */
  readonly lighter: boolean;
}

/**
 * "train" at once for a run that turns out short, or whose steps cannot be timed. "cancel" also when
 * another run, or training itself, came in between.
 */
export async function askCost(
  store: AppStore,
  trainer: TrainerApi,
  { steps, lighter }: CostQuestion,
): Promise<CostAnswer> {
  const { runId } = store.getState();
  const isOver = () => {
    const { runId: current, phase } = store.getState();
    return current !== runId || phase === "training" || phase === "waiting";
  };
  store.setState({ costNotice: { phase: "measuring" } });
  try {
    const timed = await trainer.request("estimate", { of: "training" }).catch(() => null);
    if (isOver()) return "cancel";
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
