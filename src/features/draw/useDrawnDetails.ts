/** What the model makes of the drawing, asked while the pen is down and again as the model learns. */
import { useCallback } from "react";
import type { Fault } from "#/core/fault.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { ImageDetails } from "#/state/partTypes.ts";
import { placeDrawn } from "#/state/tools/drawn.ts";
import { toolsOf } from "#/state/tools/tools.ts";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";

/** ms between questions while only the model changes. */
const pace = 300;

const selectLabel = (s: AppState) => s.label;
const selectRun = (s: AppState) => s.runId;
const selectVersion = (s: AppState) => toolsOf(s).drawn.version;
const selectEmpty = (s: AppState) => toolsOf(s).drawn.pixels === null;

export interface DrawnDetails {
  /** Null for an empty pad, and until the first answer. */
  readonly details: ImageDetails | null;
  readonly fault: Fault | null;
}

export function useDrawnDetails(): DrawnDetails {
  const app = useAppParts();
  const label = useAppState(selectLabel);
  const runId = useAppState(selectRun);
  const version = useAppState(selectVersion);
  const empty = useAppState(selectEmpty);
  const time = usePacedTime(app.frames, pace);
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const { pixels, version: asked } = toolsOf(app.store.getState()).drawn;
      if (pixels === null) return { details: null, runId };
      const details = await app.inspector.image(pixels, label, signal);
      placeDrawn(app, { mean: details.mean, logVariance: details.logVariance }, asked);
      return { details, runId };
    },
    [app, label, runId],
  );
  // Both grow: a change of either asks again, one question at a time.
  const { value, fault } = useAnswer(empty || runId === 0 ? null : ask, version + time);
  const current = !empty && value?.runId === runId;
  return { details: current ? value.details : null, fault: empty ? null : fault };
}
