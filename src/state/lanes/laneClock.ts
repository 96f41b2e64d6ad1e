/** Seconds a lane has spent in training steps, by what its steps take: waiting for other lanes is no work. */
import type { StoreApi } from "zustand";
import type { AppState } from "#/state/types.ts";

export interface LaneClock {
  /** Of the run on screen. */
  seconds(store: StoreApi<AppState>): number;
  /** Returns what ends it. */
  join(store: StoreApi<AppState>): () => void;
}

export function createLaneClock(): LaneClock {
  const spent = new WeakMap<StoreApi<AppState>, number>();

  return {
    seconds: (store) => spent.get(store) ?? 0,
    join(store) {
      // Of steps nobody watched only the pace is known.
      spent.set(store, secondsOf(store.getState().progress));
      return store.subscribe((state, before) => {
        if (state.runId !== before.runId) spent.set(store, secondsOf(state.progress));
        else if (state.progress !== before.progress) {
          const steps = (state.progress?.step ?? 0) - (before.progress?.step ?? 0);
          const seconds = (Math.max(0, steps) * (state.progress?.msPerStep ?? 0)) / 1000;
          spent.set(store, (spent.get(store) ?? 0) + seconds);
        }
      });
    },
  };
}

function secondsOf(progress: AppState["progress"]): number {
  return progress === null ? 0 : (progress.step * progress.msPerStep) / 1000;
}
