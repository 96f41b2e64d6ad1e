/**
 * Everything derived from the shown frame and window, worked out once for all who ask: canvases,
 * class discs, hit tests. One instance a plane. No drawing.
 */
import { aggregateDensity, type PlaneDensity } from "#/core/latent/density.ts";
import { linearPoints, placePoints } from "#/core/latent/placement.ts";
import type { PlaneAxes, PlaneWindow } from "#/core/latent/plane.ts";
import { sliceDistances, sliceOpacity } from "#/core/latent/slice.ts";
import { buildSpatialIndex, type SpatialIndex } from "#/core/latent/spatialIndex.ts";
import { memoLast } from "#/features/latent/memoLast.ts";
import type { EncodedPoints } from "#/worker/protocol/preview.ts";

const DENSITY_SIZE = 64;

export interface PlaneGeometry {
  /** Screen positions of the points. [2 × count] */
  positions(points: EncodedPoints, axes: PlaneAxes, window: PlaneWindow): Float32Array;
  index(points: EncodedPoints, axes: PlaneAxes, window: PlaneWindow): SpatialIndex;
  density(points: EncodedPoints, axes: PlaneAxes, window: PlaneWindow): PlaneDensity;
  /** Opacity by distance from the slice through z; null in two dimensions. [count] */
  opacity(points: EncodedPoints, axes: PlaneAxes, z: readonly number[]): Float32Array | null;
}

export function createGeometry(): PlaneGeometry {
  const linear = memoLast(
    (points: EncodedPoints, axes: PlaneAxes, coordinates: PlaneWindow["coordinates"]) =>
      linearPoints(axes, coordinates, points.mean, points.indices.length),
  );
  const placed = memoLast((values: Float32Array, window: PlaneWindow) => {
    const out = new Float32Array(values.length);
    placePoints(window, values, out);
    return out;
  });
  const positions: PlaneGeometry["positions"] = (points, axes, window) =>
    placed(linear(points, axes, window.coordinates), window);
  const index = memoLast(buildSpatialIndex);
  return {
    positions,
    index: (points, axes, window) => index(positions(points, axes, window)),
    density: memoLast((points, axes, window) =>
      aggregateDensity(
        {
          axes,
          window,
          mean: points.mean,
          logVariance: points.logVariance,
          count: points.indices.length,
        },
        DENSITY_SIZE,
      ),
    ),
    opacity: memoLast((points, axes, z) => {
      const count = points.indices.length;
      if (z.length <= 2 || count === 0 || points.mean.length !== count * z.length) return null;
      return sliceDistances(axes, z, points.mean, count).map((d) => sliceOpacity(d, z.length));
    }),
  };
}
