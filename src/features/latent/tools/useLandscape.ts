/** The landscape of the pinned image over the plane: −log p(x|z) + ½|z|² at every cell, as contours. */
import { useCallback, useMemo } from "react";
import { resolveAxes } from "#/core/latent/axes.ts";
import { contoursOf, type Contour } from "#/core/latent/contours.ts";
import { priorLandscape } from "#/core/latent/landscape.ts";
import { lift, sheetLatents, type PlaneWindow } from "#/core/latent/plane.ts";
import { useAppParts, useAppState, type AppHandle } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import { useAnswer } from "#/state/useAnswer.ts";
import { usePacedTime } from "#/ui/usePacedTime.ts";
import { useVersion } from "#/ui/useVersion.ts";

export interface Landscape {
  readonly testIndex: number;
  /** The frame its contours are measured in. */
  readonly window: PlaneWindow;
  readonly contours: readonly Contour[];
  /** The least of its cells, nats. */
  readonly lowest: number;
}

/** ms between landscapes while the model learns. */
const pace = 1000;
/** Cells a side. Large images and slow decoders make do with a coarser one. */
const fine = 29;
const coarse = 17;
const largePixels = 1024;

const selectPinned = (s: AppState) => s.pinned;
const selectOn = (s: AppState) => s.layers.landscape && s.pinned !== null;
const selectRun = (s: AppState) => s.runId;

async function askLandscape(app: AppHandle, signal: AbortSignal): Promise<Landscape | null> {
  const { pinned, axes, window, z, dataset } = app.store.getState();
  if (pinned === null || dataset === null) return null;
  const [height, width, channels] = dataset.shape;
  const n = height * width * channels > largePixels ? coarse : fine;
  const resolved = resolveAxes(axes, app.frames.shown()?.sheet.spec ?? null, z.length);
  const at = lift(resolved, z, [0, 0]);
  const places = sheetLatents({ window, axes: resolved, at, n });
  const costs = await app.inspector.costs(pinned, places, n * n, signal);
  const prior = priorLandscape(places, n * n);
  const values = costs.map((cost, cell) => cost + (prior[cell] ?? 0));
  return {
    testIndex: pinned,
    window,
    contours: contoursOf(values, n),
    lowest: values.reduce((least, value) => Math.min(least, value), Infinity),
  };
}

/** Null while it is not wanted, and until it is here. */
export function useLandscape(): Landscape | null {
  const app = useAppParts();
  const on = useAppState(selectOn);
  const pinned = useAppState(selectPinned);
  const runId = useAppState(selectRun);
  const foot = useFoot();
  const time = usePacedTime(app.frames, pace);
  const version = useVersion(foot);
  const ask = useCallback(
    async (signal: AbortSignal) => ({ landscape: await askLandscape(app, signal), runId }),
    [app, runId],
  );
  const { value } = useAnswer(on && runId > 0 ? ask : null, version + time);
  if (!on || value?.runId !== runId || value.landscape?.testIndex !== pinned) return null;
  return value.landscape;
}

/** What the places of the sheet depend on: another string, another sheet. */
function useFoot(): string {
  const { frames } = useAppParts();
  const axes = useAppState((s) => s.axes);
  const window = useAppState((s) => s.window);
  const pinned = useAppState(selectPinned);
  const foot = useAppState((s) => {
    const resolved = resolveAxes(s.axes, frames.shown()?.sheet.spec ?? null, s.z.length);
    return lift(resolved, s.z, [0, 0])
      .map((x) => x.toFixed(4))
      .join();
  });
  return useMemo(() => JSON.stringify([axes, window, pinned, foot]), [axes, window, pinned, foot]);
}
