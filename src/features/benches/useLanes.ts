/** One plain value of each lane's state, followed as any of them changes. */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Lane } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";

type Plain = string | number | boolean | null;

/**
 * @param lanes keep the identity while they are the same.
 * @param select a module-level selector.
 */
export function useLanes<T extends Plain>(
  lanes: readonly Lane[],
  select: (state: AppState) => T,
): readonly T[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = lanes.map(({ app }) => app.store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [lanes],
  );
  const read = useCallback(
    () => lanes.map(({ app }) => select(app.store.getState())),
    [lanes, select],
  );
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(read()));
  // A new list for a new text alone.
  return useMemo(read, [read, text]);
}
