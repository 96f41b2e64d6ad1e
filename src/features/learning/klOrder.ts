/** The bars of a frame and their orders. */
import type { KlBar } from "#/charts/KlBars.tsx";
import type { LatentSlice } from "#/state/types.ts";

/** A unit is active when the mean it gives varies by more than this over the images. */
const ACTIVE_VARIANCE = 0.01;

interface FrameFigures {
  readonly klPerDimension: ArrayLike<number>;
  readonly meanVariance: ArrayLike<number>;
}

/** One bar a dimension, by index; flat bars before the first frame. */
export function klBars(
  frame: FrameFigures | null,
  latent: number,
  axes: LatentSlice["axes"],
): KlBar[] {
  return Array.from({ length: latent }, (_, dimension) => ({
    dimension,
    kl: frame?.klPerDimension[dimension] ?? 0,
    active: (frame?.meanVariance[dimension] ?? 0) > ACTIVE_VARIANCE,
    selected: latent > 2 && axes.kind === "dimensions" && axes.dims.includes(dimension),
  }));
}

/** Dimensions by falling KL; equal ones by index. */
export function orderByKl(bars: readonly KlBar[]): number[] {
  return [...bars].sort((a, b) => b.kl - a.kl || a.dimension - b.dimension).map((b) => b.dimension);
}
