/** What runStatus.ts needs, from the state. */
import type { StatusInput } from "./runStatus.ts";
import { useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectPhase = (state: AppState) => state.phase;
const selectProgress = (state: AppState) => state.progress;
const selectDataset = (state: AppState) => state.dataset;
const selectPace = (state: AppState) => state.pace;
const selectResting = (state: AppState) => state.resting;
const selectRestartedAt = (state: AppState) => state.restartedAt;

export function useRunStatus(): StatusInput {
  return {
    phase: useAppState(selectPhase),
    progress: useAppState(selectProgress),
    dataset: useAppState(selectDataset),
    pace: useAppState(selectPace),
    resting: useAppState(selectResting),
    restartedAt: useAppState(selectRestartedAt),
  };
}
