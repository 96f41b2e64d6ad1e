/** What the parts drawn over the plane in HTML need to know of it; renders at each preview. */
import { useCallback, useSyncExternalStore } from "react";
import { resolveAxes } from "#/core/latent/axes.ts";
import type { PlaneAxes, PlaneWindow } from "#/core/latent/plane.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";

export const selectWindow = (s: AppState) => s.window;
const selectAxesRequest = (s: AppState) => s.axes;
const selectLatent = (s: AppState) => s.z.length;

/** The frame on screen: scrubbed to, or the newest. */
export function useShownFrame(): PreviewFrame | null {
  const { frames } = useAppParts();
  return useSyncExternalStore(frames.subscribe, frames.shown);
}

/** The axes alone: on dimensions a component that uses these does not render at each preview. */
export function usePlaneAxes(): PlaneAxes {
  const { frames } = useAppParts();
  const request = useAppState(selectAxesRequest);
  const latent = useAppState(selectLatent);
  const read = useCallback(
    () => (request.kind === "pca" ? (frames.shown()?.sheet.spec ?? null) : null),
    [frames, request],
  );
  return resolveAxes(request, useSyncExternalStore(frames.subscribe, read), latent);
}

export interface PlaneView {
  readonly frame: PreviewFrame | null;
  readonly axes: PlaneAxes;
  readonly window: PlaneWindow;
  readonly latent: number;
}

export function usePlaneView(): PlaneView {
  const frame = useShownFrame();
  const window = useAppState(selectWindow);
  const request = useAppState(selectAxesRequest);
  const latent = useAppState(selectLatent);
  return { frame, axes: resolveAxes(request, frame?.sheet.spec ?? null, latent), window, latent };
}
