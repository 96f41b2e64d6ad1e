/** The lane that has just been removed, until another comes, it comes back, or it is let go. */
import { useCallback, useState } from "react";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import type { LaneGroupState, LaneLetter } from "#/state/lanes/types.ts";

const selectRemoved = (state: LaneGroupState) => state.removed;

export interface Removed {
  /** The letter it had; null: nothing has just been removed. */
  readonly letter: LaneLetter | null;
  /** The lane that was removed last, whether one is still told of it or not. */
  readonly bringBack: () => void;
  readonly letGo: () => void;
}

export function useRemoved(): Removed {
  const group = useLaneGroup();
  const removed = useLaneState(selectRemoved);
  const count = useLanes().length;
  const [last, setLast] = useState({ count, told: false });
  if (last.count !== count) setLast({ count, told: count < last.count });
  const bringBack = useCallback(() => {
    // Why it was refused stands over the lanes.
    group.restore().catch(() => undefined);
  }, [group]);
  const letGo = useCallback(() => {
    setLast(({ count }) => ({ count, told: false }));
  }, []);
  return { letter: last.told ? removed : null, bringBack, letGo };
}
