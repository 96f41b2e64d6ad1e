/** How old a picture's weights are. Pure: told from the run's own counters, not from a clock. */
import type { RunProgress } from "#/worker/protocol/run.ts";

/** Seconds since step `step`, at the pace the run has now. */
export function weightsAge(progress: RunProgress, step: number, pace: number): number {
  const steps = Math.max(progress.step - step, 0);
  return (steps * (progress.msPerStep + pace)) / 1000;
}
