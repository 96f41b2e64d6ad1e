/**
 * The handle goes round by itself while the first model opens and trains, until somebody touches
 * anything.
 */
import { useEffect } from "react";
import { lift } from "#/core/latent/plane.ts";
import { tourPoint } from "#/core/latent/tour.ts";
import type { PlanePort } from "#/features/latent/planePort.ts";
import { useAppParts, useAppState } from "#/state/context.tsx";
import type { AppState } from "#/state/types.ts";

const selectTours = (s: AppState) =>
  !s.touched &&
  (s.startsItself || s.phase === "training" || s.phase === "waiting") &&
  s.scrubbed === null;

export function useTour(port: PlanePort, still: boolean): void {
  const { store } = useAppParts();
  const tours = useAppState(selectTours) && !still;
  useEffect(() => {
    if (!tours) return;
    let start: number | null = null;
    let request = requestAnimationFrame(function step(now) {
      start ??= now;
      const state = store.getState();
      state.setZ(lift(port.axes(), state.z, tourPoint(now - start)), "tour");
      request = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(request);
    };
  }, [tours, store, port]);
}
