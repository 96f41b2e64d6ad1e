/** Looking back: which frame is shown. The frames themselves are frames.ts. */
import { nearestStep } from "#/core/history/thin.ts";
import type { AppStore, Parts } from "#/state/parts.ts";
import type { HistorySlice } from "#/state/types.ts";

export function historySlice(
  store: () => AppStore,
  { frames }: Pick<Parts, "frames">,
): HistorySlice {
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
    setReplaying: (replaying) => {
      store().setState({ replaying });
    },
  };
}
