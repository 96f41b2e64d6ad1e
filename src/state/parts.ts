/** What slices and services share besides the store: typed arrays, and the world outside. */
import type { StoreApi } from "zustand";
import { EngineError, type Fault } from "#/core/fault.ts";
import type { AppDeps } from "#/state/deps.ts";
import type { WritableFrames } from "#/state/frames.ts";
import type { WritableMetrics } from "#/state/metricsBuffer.ts";
import type { AppState } from "#/state/types.ts";

export type AppStore = StoreApi<AppState>;

export interface Parts {
  readonly deps: AppDeps;
  readonly metrics: WritableMetrics;
  readonly frames: WritableFrames;
}

/** The fault in a rejection. Anything else is a bug and is told as one. */
export function faultOf(error: unknown): Fault {
  if (error instanceof EngineError) return error.toFault();
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "unexpected",
    message: `Something went wrong that should not: ${reason}`,
    hint: "Reset the run; if it happens again, report it with the backend report.",
    values: { reason, detail: reason },
  };
}

/** For controls: a rejection is shown where the run is; a cancellation was somebody's wish. */
export async function shown(store: AppStore, task: Promise<unknown>): Promise<void> {
  try {
    await task;
  } catch (error) {
    const fault = faultOf(error);
    if (fault.code !== "cancelled") store.setState({ fault });
  }
}
