/**
 * Runs a replay while the state says so: takes the history from its first frame to its last, then
 * back to live. The frames are those there were when it began; training goes on meanwhile.
 */
import { useEffect } from "react";
import { replayFrame } from "#/features/history/replay.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useReducedMotion } from "#/ui/useReducedMotion.ts";

const selectReplaying = (state: AppState) => state.replaying;

export function useReplay(): void {
  const { frames, store } = useAppParts();
  const replaying = useAppState(selectReplaying);
  const reducedMotion = useReducedMotion();
  useEffect(() => {
    if (!replaying) return undefined;
    const count = frames.list().length;
    let began: number | null = null;
    let shown: number | null = null;
    let pending = requestAnimationFrame(function next(now) {
      began ??= now;
      const index = replayFrame(now - began, count, reducedMotion);
      const { scrubTo, setReplaying } = store.getState();
      if (index === null) {
        setReplaying(false);
        scrubTo(null);
        return;
      }
      if (index !== shown) scrubTo(index);
      shown = index;
      pending = requestAnimationFrame(next);
    });
    return () => {
      cancelAnimationFrame(pending);
    };
  }, [replaying, reducedMotion, frames, store]);
}
