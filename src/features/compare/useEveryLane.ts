/** What every lane of the group says at once; a component renders again when any of it changes. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { useLaneState } from "#/state/lanes/context.tsx";
import type { Lane, LaneGroupState } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

const selectLanes = (state: LaneGroupState) => state.lanes;

export function useLanes(): readonly Lane[] {
  return useLaneState(selectLanes);
}

/** `select` of each lane's state, compared by `Object.is`. A module-level function, as selectors are. */
export function useEveryLane<T>(select: (state: AppState) => T): readonly T[] {
  const lanes = useLanes();
  const last = useRef<readonly T[]>([]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = lanes.map(({ app }) => app.store.subscribe(listener));
      return () => {
        for (const unsubscribe of leave) unsubscribe();
      };
    },
    [lanes],
  );
  const read = useCallback(() => {
    const next = lanes.map(({ app }) => select(app.store.getState()));
    const before = last.current;
    const same =
      before.length === next.length && next.every((value, i) => Object.is(value, before[i]));
    if (!same) last.current = next;
    return last.current;
  }, [lanes, select]);
  return useSyncExternalStore(subscribe, read);
}

interface Announcer {
  subscribe(listener: () => void): () => void;
}

/** Announces whatever any of its sources does. */
export function useAllOf(sources: readonly Announcer[]): Announcer {
  return useMemo(
    () => ({
      subscribe(listener: () => void) {
        const leave = sources.map((source) => source.subscribe(listener));
        return () => {
          for (const unsubscribe of leave) unsubscribe();
        };
      },
    }),
    [sources],
  );
}
