/** Where the latent slice stands when a run begins, and what it orders dimensions by. */
import type { ToolsSlice } from "#/state/tools/types.ts";
import type { AppState, LatentSlice } from "#/state/types.ts";

/** Up to so many vectors stay pinned. */
export const mostPins = 8;

export type LatentPlace = Pick<
  LatentSlice,
  "z" | "axes" | "axesChosen" | "hoveredPoint" | "pinned" | "pins" | "sliderOrder" | "label"
>;

export function latentStart(latent: number): LatentPlace {
  return {
    z: new Array<number>(latent).fill(0),
    axes: { kind: "dimensions", dims: [0, Math.min(1, latent - 1)] },
    axesChosen: false,
    hoveredPoint: null,
    pinned: null,
    pins: [],
    sliderOrder: Array.from({ length: latent }, (_, i) => i),
    label: 0,
  };
}

/** The same latent space keeps its place, another one begins at the origin; tools hold images. */
export function latentForRun(
  before: Pick<AppState, "z" | "config">,
  config: AppState["config"],
): Partial<LatentPlace & ToolsSlice> {
  const { latent } = config.model;
  const { set, size } = before.config.data;
  const sameImages = set === config.data.set;
  const tools = (!sameImages || size !== config.data.size) && { tools: null };
  if (before.z.length !== latent) return { ...latentStart(latent), ...tools };
  return { hoveredPoint: null, ...(!sameImages && { pinned: null, label: 0 }), ...tools };
}

/**
 * What is put in order when training comes to rest, and only then: sliders by KL, and the plane's
 * axes, unless someone chose them.
 */
export function latentAtRest(
  { z, axesChosen }: Pick<LatentSlice, "z" | "axesChosen">,
  klPerDimension: ArrayLike<number>,
): Partial<LatentPlace> {
  const sliderOrder = orderByKl(klPerDimension, z.length);
  const [first, second] = sliderOrder;
  if (axesChosen || z.length <= 2 || first === undefined || second === undefined) {
    return { sliderOrder };
  }
  return { sliderOrder, axes: { kind: "dimensions", dims: [first, second] } };
}

/** Dimensions by falling KL; equal ones by index. Those without a figure last. */
export function orderByKl(klPerDimension: ArrayLike<number>, latent: number): number[] {
  const kl = (dimension: number) => klPerDimension[dimension] ?? -Infinity;
  return Array.from({ length: latent }, (_, i) => i).sort((a, b) => kl(b) - kl(a) || a - b);
}
