/** Which axes the plane really has: what was asked for, as far as the frames can answer. */
import type { PlaneAxes, PlaneSpec } from "#/core/latent/plane.ts";

/** What the page may ask for; principal directions come with a frame, worked out from its μ. */
export type AxesRequest =
  | { readonly kind: "dimensions"; readonly dims: readonly [number, number] }
  | { readonly kind: "pca" };

/**
 * Dimensions at once; principal axes from the sheet that brings them, and until one does, the axes
 * of the sheet at hand.
 */
export function resolveAxes(
  request: AxesRequest,
  sheet: PlaneSpec | null,
  latent: number,
): PlaneAxes {
  if (request.kind === "dimensions") return request;
  if (sheet?.at.length === latent) return sheet.axes;
  return { kind: "dimensions", dims: [0, Math.min(1, latent - 1)] };
}

/** True when a sheet's pictures belong on these axes. */
export function sameAxes(a: PlaneAxes, b: PlaneAxes): boolean {
  if (a === b) return true;
  if (a.kind === "dimensions") {
    return b.kind === "dimensions" && a.dims[0] === b.dims[0] && a.dims[1] === b.dims[1];
  }
  if (b.kind === "dimensions") return false;
  const same = (x: Float32Array, y: Float32Array): boolean =>
    x.length === y.length && x.every((value, j) => value === y[j]);
  return same(a.origin, b.origin) && same(a.directions, b.directions);
}

/** The two dimensions of highest KL, the lower index first on a tie. `kl` [latent ≥ 2] */
export function highestKl(kl: ArrayLike<number>): [number, number] {
  let first = -1;
  let second = -1;
  for (let j = 0; j < kl.length; j++) {
    const value = kl[j] ?? 0;
    if (first < 0 || value > (kl[first] ?? 0)) {
      second = first;
      first = j;
    } else if (second < 0 || value > (kl[second] ?? 0)) second = j;
  }
  return [Math.max(first, 0), Math.max(second, 0)];
}
