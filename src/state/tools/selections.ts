/** Groups of encoded test images, as rows of the points on screen. */
import { directionBetween, meanCode, type Direction } from "#/core/latent/directions.ts";
import type { Selection, Tools } from "#/state/tools/types.ts";
import type { EncodedPoints } from "#/worker/protocol/preview.ts";

/** Rows of the points that a selection holds; none without one. */
export function rowsOf(points: EncodedPoints, selection: Selection | null): readonly number[] {
  if (selection === null) return [];
  const rows = Array.from(points.indices.keys());
  if (selection.kind === "class")
    return rows.filter((row) => points.labels[row] === selection.label);
  const held = new Set(selection.indices);
  return rows.filter((row) => held.has(points.indices[row] ?? -1));
}

export interface SelectedMeans {
  /** μ averaged over each group, [latent]; null for a group of nobody. */
  readonly a: Float64Array | null;
  readonly b: Float64Array | null;
  /** From B's mean to A's. */
  readonly direction: Direction | null;
}

export function selectedMeans(
  points: EncodedPoints,
  { a, b }: Tools["selections"],
  latent: number,
): SelectedMeans {
  const fits = points.mean.length === points.indices.length * latent;
  const meanOf = (selection: Selection | null) =>
    fits ? meanCode(points.mean, latent, rowsOf(points, selection)) : null;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const direction = meanA === null || meanB === null ? null : directionBetween(meanA, meanB);
  return { a: meanA, b: meanB, direction };
}
