/** A posterior q(z|x) = N(μ, diag σ²) as it falls on the plane: a Gaussian of two variables. */
import {
  project,
  toScreen,
  type PlaneAxes,
  type PlanePoint,
  type PlaneWindow,
} from "#/core/latent/plane.ts";

export interface PlanarGaussian {
  readonly centre: PlanePoint;
  /** Variances along the axes, and their covariance (0 unless the axes are principal ones). */
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

/** The marginal of q on the plane: Wᵀ diag(σ²) W. `offset` is where its row starts. */
export function planarPosterior(
  axes: PlaneAxes,
  mean: ArrayLike<number>,
  logVariance: ArrayLike<number>,
  offset = 0,
): PlanarGaussian {
  const centre = project(axes, mean, offset);
  const variance = (j: number): number => Math.exp(logVariance[offset + j] ?? 0);
  if (axes.kind === "dimensions") {
    return { centre, aa: variance(axes.dims[0]), ab: 0, bb: variance(axes.dims[1]) };
  }
  const latent = axes.origin.length;
  let aa = 0;
  let ab = 0;
  let bb = 0;
  for (let j = 0; j < latent; j++) {
    const a = axes.directions[j] ?? 0;
    const b = axes.directions[latent + j] ?? 0;
    aa += a * a * variance(j);
    ab += a * b * variance(j);
    bb += b * b * variance(j);
  }
  return { centre, aa, ab, bb };
}

const TURNS = 72;

/**
 * The points `radius` standard deviations (Mahalanobis) from the centre, on screen: an ellipse in
 * z, its image under the warp in Φ(z). u, v pairs, closed by the caller. [2 × 72]
 */
export function contourOnScreen(
  window: PlaneWindow,
  gaussian: PlanarGaussian,
  radius: number,
): Float64Array {
  const out = new Float64Array(2 * TURNS);
  // Cholesky factor of the covariance.
  const l11 = Math.sqrt(gaussian.aa);
  const l21 = l11 === 0 ? 0 : gaussian.ab / l11;
  const l22 = Math.sqrt(Math.max(gaussian.bb - l21 * l21, 0));
  for (let k = 0; k < TURNS; k++) {
    const angle = (2 * Math.PI * k) / TURNS;
    const x = radius * Math.cos(angle);
    const y = radius * Math.sin(angle);
    const [u, v] = toScreen(window, [
      gaussian.centre[0] + l11 * x,
      gaussian.centre[1] + l21 * x + l22 * y,
    ]);
    out[2 * k] = u;
    out[2 * k + 1] = v;
  }
  return out;
}

/** Half the smaller extent of a contour along u or v: below a few pixels it needs the loupe. */
export function contourRadius(contour: Float64Array): number {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < contour.length; i += 2) {
    left = Math.min(left, contour[i] ?? 0);
    right = Math.max(right, contour[i] ?? 0);
    top = Math.min(top, contour[i + 1] ?? 0);
    bottom = Math.max(bottom, contour[i + 1] ?? 0);
  }
  return Math.min(right - left, bottom - top) / 2;
}
