/** Looking back: which frame is shown. The frames themselves are frames.ts. */
import { nearestStep } from "#/core/history/thin.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { HistorySlice } from "#/state/types.ts";

export function historySlice(
  store: () => AppStore,
  parts: Pick<Parts, "deps" | "frames">,
): HistorySlice {
  const { frames } = parts;

  function scrubTo(index: number | null): void {
    const scrubbed = frames.scrub(index);
    if (scrubbed !== store().getState().scrubbed) {
      store().setState({ scrubbed, hoveredPoint: null });
    }
  }

  return {
    frameVersion: 0,
    scrubbed: null,
    replaying: false,
    scrubTo,
    scrubToStep(step) {
      const steps = frames.list().map(({ frame }) => frame.step);
      scrubTo(nearestStep(steps, step));
    },
    setReplaying(replaying) {
      store().setState({ replaying });
      if (!replaying) return;
      void import("#/state/replay.ts").then(({ playHistory }) => {
        playHistory(store(), parts);
      });
    },
  };
}
