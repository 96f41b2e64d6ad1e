/**
 * Plays the history of the picture from its first frame to live in 8 s, while `replaying` is set. Where
 * the replay was asked for drives it; lanes beside it are brought to the same steps.
 */
import { replayFrame } from "#/core/history/replay.ts";
import type { AppStore, Parts } from "#/state/parts.ts";

export function playHistory(
  store: AppStore,
  { deps, frames }: Pick<Parts, "deps" | "frames">,
): void {
  const { now, afterDraw, reducedMotion } = deps;
  // Frames that come meanwhile wait for the end, so that the pace is even.
  const count = frames.list().length;
  const beganAt = now();

  function show(): void {
    const { replaying, scrubTo, setReplaying } = store.getState();
    if (!replaying) return;
    const index = replayFrame(now() - beganAt, count, reducedMotion);
    scrubTo(index);
    if (index === null) setReplaying(false);
    else afterDraw(show);
  }
  show();
}
