/** What previews should show, as the worker is asked: derived from the state, compared, throttled elsewhere. */
import { resolveAxes } from "#/core/latent/axes.ts";
import { lift } from "#/core/latent/plane.ts";
import type { AppState } from "#/state/types.ts";
import type { PreviewFrame, PreviewRequest } from "#/worker/protocol/preview.ts";

/** `frame`: the newest one, whose principal axes hold until the next. */
export function previewRequest(state: AppState, frame: PreviewFrame | null): PreviewRequest {
  const { window, axes, gridSize, z, tab, samplesSeed, label } = state;
  const resolved = resolveAxes(axes, frame?.sheet.spec ?? null, z.length);
  return {
    window,
    axes,
    n: gridSize,
    // The foot of z on the plane through it: a move within the plane changes nothing.
    at: lift(resolved, z, [0, 0]),
    samplesSeed: tab === "samples" ? samplesSeed : null,
    label,
  };
}

export function sameRequest(a: PreviewRequest, b: PreviewRequest): boolean {
  return (
    a.n === b.n &&
    a.samplesSeed === b.samplesSeed &&
    a.label === b.label &&
    a.window === b.window &&
    sameAxesRequest(a.axes, b.axes) &&
    a.at.length === b.at.length &&
    a.at.every((value, i) => Math.abs(value - (b.at[i] ?? 0)) < 1e-6)
  );
}

function sameAxesRequest(a: PreviewRequest["axes"], b: PreviewRequest["axes"]): boolean {
  if (a.kind === "pca" || b.kind === "pca") return a.kind === b.kind;
  return a.dims[0] === b.dims[0] && a.dims[1] === b.dims[1];
}
