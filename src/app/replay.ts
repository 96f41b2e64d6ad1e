/** Plays the history of the picture from its first frame to live in 8 s, while `replaying` is set. */
import { replayFrame } from "#/features/history/replay.ts";
import type { App } from "#/state/app.ts";

export function followReplay({ store, frames }: Pick<App, "store" | "frames">): () => void {
  function play(): void {
    // Frames that come meanwhile wait for the end, so that the pace is even.
    const count = frames.list().length;
    const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const beganAt = performance.now();
    requestAnimationFrame(function show(now) {
      const { replaying, scrubTo, setReplaying } = store.getState();
      if (!replaying) return;
      const index = replayFrame(Math.max(now - beganAt, 0), count, reducedMotion);
      scrubTo(index);
      if (index === null) setReplaying(false);
      else requestAnimationFrame(show);
    });
  }

  return store.subscribe((state, before) => {
    if (state.replaying && !before.replaying) play();
  });
}
