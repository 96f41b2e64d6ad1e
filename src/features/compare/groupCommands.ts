/** What buttons and keys do to all lanes alike. How a run ends is told by its events. */
import type { LaneGroup } from "#/state/lanes/types.ts";
import type { TrainMore } from "#/state/session.ts";
import type { AppPhase } from "#/state/types.ts";

export function isRunning(phase: AppPhase): boolean {
  return phase === "training" || phase === "waiting";
}

/** Whether a lane can be told to train. */
export function isAble(phase: AppPhase): boolean {
  return phase !== "loading" && phase !== "failed";
}

const phasesOf = (group: LaneGroup): AppPhase[] =>
  group.store.getState().lanes.map(({ app }) => app.store.getState().phase);

export function toggleAll(group: LaneGroup): void {
  const phases = phasesOf(group);
  if (phases.some(isRunning)) void group.pauseAll();
  else if (phases.some(isAble)) trainAll(group);
}

/** Where nothing trains. */
export function stepAll(group: LaneGroup, more: TrainMore = { steps: 1 }): void {
  const phases = phasesOf(group);
  if (!phases.some(isRunning) && phases.some(isAble)) trainAll(group, more);
}

export function trainAll(group: LaneGroup, more?: TrainMore): void {
  group.begin(more).catch(() => undefined);
}
