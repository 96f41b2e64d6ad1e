/** The prior N(0, I) as it falls on the plane: a unit Gaussian about the projected origin. */
import { project, type PlaneAxes, type PlanePoint } from "#/core/latent/plane.ts";
import type { PlanarGaussian } from "#/core/latent/posterior.ts";

/** Radii √(−2 ln(1 − p)) of discs holding p of a 2-D unit Gaussian: 1, 2 and 3 hold 39, 86 and 99 %. */
export const priorRings = [
  { radius: 1, percent: 39 },
  { radius: 2, percent: 86 },
  { radius: 3, percent: 99 },
] as const;

/** Where z = 0 falls: [0, 0] on dimensions; off centre on principal axes, whose origin is E[μ]. */
export function priorCentre(axes: PlaneAxes): PlanePoint {
  return axes.kind === "dimensions" ? [0, 0] : project(axes, new Float32Array(axes.origin.length));
}

export function planarPrior(axes: PlaneAxes): PlanarGaussian {
  return { centre: priorCentre(axes), aa: 1, ab: 0, bb: 1 };
}
