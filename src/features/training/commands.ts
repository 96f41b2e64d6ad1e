/** What buttons and keys do alike. */
import type { AppPhase, AppState } from "#/state/types.ts";

/** A run that waits for data is under way all the same: it can be paused. */
export function isRunning(phase: AppPhase): boolean {
  return phase === "training" || phase === "waiting";
}

export function toggleTraining(state: AppState): void {
  if (isRunning(state.phase)) void state.pause();
  else if (state.phase !== "loading" && state.phase !== "failed") void state.train();
}

/** One batch, where nothing trains. */
export function stepOnce(state: AppState): void {
  const { phase } = state;
  if (!isRunning(phase) && phase !== "loading" && phase !== "failed")
    void state.train({ steps: 1 });
}
