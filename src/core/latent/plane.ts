/**
 * The latent plane: a window onto two axes through latent space. Everything drawn on it — pictures,
 * points, rings, the handle — goes through the two functions here, so they are always warped
 * together. Positions on screen are `u`, `v` in [0, 1], u to the right and v **downwards**; the
 * second axis grows upwards.
 */
import { standardNormalCdf, standardNormalQuantileExact } from "#/core/latent/normal.ts";

/** A point of the plane in axis coordinates (prior standard deviations). */
export type PlanePoint = readonly [a: number, b: number];

export type PlaneAxes =
  | { readonly kind: "dimensions"; readonly dims: readonly [number, number] }
  /** Two orthonormal directions [2 × latent] through `origin` [latent]. */
  | { readonly kind: "pca"; readonly origin: Float32Array; readonly directions: Float32Array };

export interface PlaneWindow {
  /** "z": linear. "phi": Φ(z), where the prior is uniform on the square. */
  readonly coordinates: "z" | "phi";
  /** Axis value in the middle of the frame; [0, 0] at rest. */
  readonly centre: PlanePoint;
  /** Axis value at the rim minus the centre; 3.19 at rest. In "phi" it scales u = ½ ± extent / 6.38. */
  readonly extent: number;
}

/** What a decoded sheet covers. Coordinates off the axes stay at `at` [latent]. */
export interface PlaneSpec {
  readonly window: PlaneWindow;
  readonly axes: PlaneAxes;
  readonly at: readonly number[];
  /** Cells a side, 2 … 30. */
  readonly n: number;
}

export const restExtent = 3.19;
export const restWindow: PlaneWindow = { coordinates: "z", centre: [0, 0], extent: restExtent };

/** Axis value → position in [0, 1] along that axis (growing with the value). */
function position(window: PlaneWindow, value: number, centre: number): number {
  if (window.coordinates === "z") return 0.5 + (value - centre) / (2 * window.extent);
  const zoom = restExtent / window.extent;
  return 0.5 + (standardNormalCdf(value) - standardNormalCdf(centre)) * zoom;
}

function valueAt(window: PlaneWindow, p: number, centre: number): number {
  if (window.coordinates === "z") return centre + (p - 0.5) * 2 * window.extent;
  const zoom = restExtent / window.extent;
  return standardNormalQuantileExact(standardNormalCdf(centre) + (p - 0.5) / zoom);
}

/** Plane point → screen position [u, v]; may lie outside [0, 1]. */
export function toScreen(window: PlaneWindow, point: PlanePoint): [u: number, v: number] {
  return [
    position(window, point[0], window.centre[0]),
    1 - position(window, point[1], window.centre[1]),
  ];
}

/** Screen position → plane point. In "phi" a position on or past the rim of the square is clamped. */
export function fromScreen(window: PlaneWindow, u: number, v: number): [a: number, b: number] {
  return [valueAt(window, u, window.centre[0]), valueAt(window, 1 - v, window.centre[1])];
}

/** Latent vector → plane point (a projection when latent > 2). */
export function project(axes: PlaneAxes, z: ArrayLike<number>, offset = 0): [a: number, b: number] {
  if (axes.kind === "dimensions") {
    return [z[offset + axes.dims[0]] ?? 0, z[offset + axes.dims[1]] ?? 0];
  }
  const { origin, directions } = axes;
  const latent = origin.length;
  let a = 0;
  let b = 0;
  for (let j = 0; j < latent; j++) {
    const d = (z[offset + j] ?? 0) - (origin[j] ?? 0);
    a += d * (directions[j] ?? 0);
    b += d * (directions[latent + j] ?? 0);
  }
  return [a, b];
}

/** Moves latent vector `at` within the plane so that it projects onto `point`; other directions keep. */
export function lift(axes: PlaneAxes, at: readonly number[], point: PlanePoint): number[] {
  const z = [...at];
  if (axes.kind === "dimensions") {
    z[axes.dims[0]] = point[0];
    if (axes.dims[1] !== axes.dims[0]) z[axes.dims[1]] = point[1];
    return z;
  }
  const [a, b] = project(axes, at);
  const latent = z.length;
  for (let j = 0; j < latent; j++) {
    z[j] =
      (z[j] ?? 0) +
      (point[0] - a) * (axes.directions[j] ?? 0) +
      (point[1] - b) * (axes.directions[latent + j] ?? 0);
  }
  return z;
}

/** Latent vectors of an n × n sheet, row by row from the top left, at the cells' centres. [n² × latent] */
export function sheetLatents(spec: PlaneSpec): Float32Array {
  const { n, window, axes, at } = spec;
  const latent = at.length;
  const z = new Float32Array(n * n * latent);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const point = fromScreen(window, (column + 0.5) / n, (row + 0.5) / n);
      z.set(lift(axes, at, point), (row * n + column) * latent);
    }
  }
  return z;
}
