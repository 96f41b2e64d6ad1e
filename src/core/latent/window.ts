/**
 * Moving the plane's window: zoom about a point, pan, and the limits of both. Works in the
 * coordinate in which the screen is linear, z itself or Φ(z). Not the map to the screen (plane.ts).
 */
import { standardNormalCdf, standardNormalQuantileExact } from "#/core/latent/normal.ts";
import { restExtent, restWindow, type PlanePoint, type PlaneWindow } from "#/core/latent/plane.ts";

/** Range control: ±1 … ±15 prior standard deviations. */
export const extentLimits = { min: 1, max: 15 } as const;

/** Centre at most this far from the origin in z. */
const FARTHEST = 15;

/** Axis value → the coordinate in which the screen is linear. */
export function toLinear(coordinates: PlaneWindow["coordinates"], value: number): number {
  return coordinates === "z" ? value : standardNormalCdf(value);
}

export function fromLinear(coordinates: PlaneWindow["coordinates"], t: number): number {
  return coordinates === "z" ? t : standardNormalQuantileExact(t);
}

/** Width of the frame in the linear coordinate. */
export function linearSpan(window: PlaneWindow): number {
  return window.coordinates === "z" ? 2 * window.extent : window.extent / restExtent;
}

export function sameWindow(a: PlaneWindow, b: PlaneWindow): boolean {
  return (
    a.coordinates === b.coordinates &&
    a.extent === b.extent &&
    a.centre[0] === b.centre[0] &&
    a.centre[1] === b.centre[1]
  );
}

/**
 * The nearest window allowed. In Φ(z) the frame stays within the unit square, since nothing lies
 * outside it; in z its middle stays within ±15.
 */
export function clampWindow(window: PlaneWindow): PlaneWindow {
  const { coordinates } = window;
  const max = coordinates === "phi" ? restExtent : extentLimits.max;
  const extent = Math.min(Math.max(window.extent, extentLimits.min), max);
  const half = extent / (2 * restExtent);
  const centre = (value: number): number => {
    if (coordinates === "z") return Math.min(Math.max(value, -FARTHEST), FARTHEST);
    const p = standardNormalCdf(value);
    if (p >= half && p <= 1 - half) return value;
    return standardNormalQuantileExact(p < half ? half : 1 - half);
  };
  return { coordinates, extent, centre: [centre(window.centre[0]), centre(window.centre[1])] };
}

/** The window whose frame is `factor` times as wide, with what lies at (u, v) kept there. */
export function zoomAt(window: PlaneWindow, u: number, v: number, factor: number): PlaneWindow {
  const { extent } = clampWindow({ ...window, extent: window.extent * factor });
  return moved(window, extent, [u, 1 - v], [u, 1 - v]);
}

/** The window after what lay at `from` was taken to `to`; both [u, v]. */
export function panBy(
  window: PlaneWindow,
  from: readonly [u: number, v: number],
  to: readonly [u: number, v: number],
): PlaneWindow {
  return moved(window, window.extent, [from[0], 1 - from[1]], [to[0], 1 - to[1]]);
}

/** Same middle, other coordinates. The rest window stays the rest window. */
export function withCoordinates(
  window: PlaneWindow,
  coordinates: PlaneWindow["coordinates"],
): PlaneWindow {
  return clampWindow({ ...window, coordinates });
}

export function atRest(window: PlaneWindow): boolean {
  return sameWindow(window, { ...restWindow, coordinates: window.coordinates });
}

function moved(window: PlaneWindow, extent: number, from: PlanePoint, to: PlanePoint): PlaneWindow {
  const { coordinates } = window;
  const before = linearSpan(window);
  const after = linearSpan({ ...window, extent });
  const axis = (i: 0 | 1): number => {
    const middle = toLinear(coordinates, window.centre[i]);
    const held = middle + (from[i] - 0.5) * before;
    const next = held - (to[i] - 0.5) * after;
    // Untouched axes keep their value exactly: Φ⁻¹(Φ(c)) would drift by rounding.
    return next === middle ? window.centre[i] : fromLinear(coordinates, next);
  };
  return clampWindow({ coordinates, extent, centre: [axis(0), axis(1)] });
}
