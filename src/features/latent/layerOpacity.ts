/** How strongly pictures and points are drawn, from their switches and the balance between them. */
import type { LatentSlice } from "#/state/types.ts";

/** Pictures under points, at rest. */
const UNDER_POINTS = 0.4;

export function layerOpacity(
  layers: Pick<LatentSlice["layers"], "pictures" | "points">,
  balance: number,
): { readonly pictures: number; readonly points: number } {
  if (!layers.pictures || !layers.points) {
    return { pictures: layers.pictures ? 1 : 0, points: layers.points ? 1 : 0 };
  }
  const pictures =
    balance <= 0.5 ? 1 - 2 * balance * (1 - UNDER_POINTS) : UNDER_POINTS * (2 - 2 * balance);
  return { pictures, points: Math.min(1, 2 * balance) };
}
