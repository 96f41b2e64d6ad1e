/** Takes the handle along the path once, in a few seconds; by frames where less motion is asked for. */
import { useEffect } from "react";
import { framePositions } from "#/core/latent/paths.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import { goTo, setPlaying } from "#/state/tools/path.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { useReducedMotion } from "#/ui/useReducedMotion.ts";

/** ms from end to end. */
const duration = 5000;

const selectPlaying = (s: AppState) => toolsOf(s).path.playing;

export function usePlay(): void {
  const app = useAppParts();
  const playing = useAppState(selectPlaying);
  const still = useReducedMotion();
  useEffect(() => {
    if (!playing) return undefined;
    const { at } = toolsOf(app.store.getState()).path;
    const from = at >= 1 ? 0 : at;
    let began: number | null = null;
    let request = requestAnimationFrame(function step(now) {
      began ??= now;
      const along = from + (now - began) / duration;
      const { stops, between, at: shown } = toolsOf(app.store.getState()).path;
      const positions = framePositions(stops.length, between);
      const next = still ? (positions.findLast((p) => p <= along) ?? 0) : along;
      if (next !== shown) goTo(app, next);
      if (along >= 1) setPlaying(app, false);
      else request = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(request);
    };
  }, [app, playing, still]);
  // Leaving ends it: nothing moves out of sight.
  useEffect(
    () => () => {
      if (toolsOf(app.store.getState()).path.playing) setPlaying(app, false);
    },
    [app],
  );
}
