/**
 * What several applications have in common: a change of a shared key in one store becomes the same
 * change in the others, once. What has to be translated on the way is laneCursor.ts's.
 */
import type { StoreApi } from "zustand";
import type { AppState } from "#/state/types.ts";

/** How the lanes of a group are looked at. */
export const viewKeys = [
  "window",
  "gridSize",
  "layers",
  "pointStyle",
  "balance",
  "pinned",
  "label",
  "samplesSeed",
  "replaying",
  "touched",
  "tab",
] as const satisfies readonly (keyof AppState)[];

/** What lanes have in common with the page they belong to, theirs or not. */
export const pageKeys = [
  "theme",
  "language",
  "inkOnPaper",
  "logScale",
  "shortcuts",
  "resting",
  "route",
  "dataSets",
  "costNotice",
  "engineChoice",
] as const satisfies readonly (keyof AppState)[];

export interface Mirror {
  /** Takes up what the others have, and shares from now on. Returns what ends it. */
  join(store: StoreApi<AppState>): () => void;
}

export function createMirror(keys: readonly (keyof AppState)[]): Mirror {
  const stores = new Set<StoreApi<AppState>>();
  let passing = false;

  function pass(from: StoreApi<AppState>, state: AppState, before: AppState): void {
    // What a change leads to in the stores it reaches has been decided where it began.
    if (passing) return;
    const changed = keys.filter((key) => !Object.is(state[key], before[key]));
    if (changed.length === 0) return;
    passing = true;
    try {
      const change = picked(state, changed);
      for (const store of [...stores]) if (store !== from) store.setState(change);
    } finally {
      passing = false;
    }
  }

  return {
    join(store) {
      const [first] = stores;
      if (first !== undefined) store.setState(picked(first.getState(), keys));
      stores.add(store);
      const unsubscribe = store.subscribe((state, before) => {
        pass(store, state, before);
      });
      return () => {
        unsubscribe();
        stores.delete(store);
      };
    },
  };
}

function picked(state: AppState, keys: readonly (keyof AppState)[]): Partial<AppState> {
  return keys.reduce<Partial<AppState>>((change, key) => ({ ...change, [key]: state[key] }), {});
}
