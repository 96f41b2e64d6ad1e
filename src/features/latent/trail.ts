/** The last places of the handle while it is held. */
import type { PlanePoint } from "#/core/latent/plane.ts";

const LENGTH = 40;

/** `place` null: the handle was let go, and the trail with it. */
export function extendTrail(
  trail: readonly PlanePoint[],
  place: PlanePoint | null,
): readonly PlanePoint[] {
  if (place === null) return [];
  return [...trail.slice(1 - LENGTH), place];
}
