/** Measuring held-out figures: asks the trainer, and shows in the state what comes in on the way. */
import type { Evaluation } from "#/core/training/terms.ts";
import type { EvaluationOptions, HeldOut } from "#/state/learningTypes.ts";
import { type AppStore, faultOf } from "#/state/parts.ts";
import { notReady } from "#/state/shownModel.ts";
import type { TrainerApi } from "#/worker/protocol/messages.ts";

/** @throws EngineError; "cancelled" when `signal` was aborted. */
export async function measure(
  store: AppStore,
  trainer: TrainerApi,
  { split = "test", limit = null, seed, iwae = null }: EvaluationOptions,
  signal: AbortSignal,
): Promise<Evaluation> {
  const { runId, progress, built } = store.getState();
  if (progress === null) throw notReady("No model is running yet.");
  let shown: HeldOut = {
    runId,
    step: progress.step,
    split,
    status: "running",
    progress: null,
    figures: null,
    fault: null,
  };
  store.setState({ evaluation: shown });

  /** Unless another one has taken its place. */
  function show(change: Partial<HeldOut>): void {
    if (store.getState().evaluation !== shown) return;
    shown = { ...shown, ...change };
    store.setState({ evaluation: shown });
  }

  const unsubscribe = trainer.subscribe((event) => {
    if (event.type !== "evaluation" || event.runId !== runId) return;
    const { partial } = event.progress;
    show({ progress: event.progress, ...(partial !== null && { figures: partial }) });
  });
  try {
    const params = { split, limit, seed: seed ?? built.training.seed, iwae };
    const figures = await trainer.request("evaluate", params, { signal });
    show({ status: "done", progress: null, figures });
    return figures;
  } catch (error) {
    const fault = faultOf(error);
    const stopped = fault.code === "cancelled";
    show({
      status: stopped ? "stopped" : "failed",
      progress: null,
      fault: stopped ? null : fault,
    });
    throw error;
  } finally {
    unsubscribe();
  }
}
