/** The encoded points: stamps inside the frame, arrowheads on its rim for those outside. */
import { isInside } from "#/core/latent/placement.ts";
import type { Sprites } from "#/features/latent/draw/sprites.ts";
import type { Surface } from "#/features/latent/draw/surface.ts";

export interface PointsView {
  /** Screen positions u, v. [2 × count] */
  readonly positions: Float32Array;
  /** Class of each point, negative for none. [count] */
  readonly labels: ArrayLike<number>;
  readonly sprites: Sprites;
  /** Opacity by distance from the slice; null when all are drawn fully. [count] */
  readonly opacity: Float32Array | null;
  /** Points of other classes stand back; null for none. */
  readonly onlyLabel: number | null;
  /** Pictures of the first points, in place of stamps; null for stamps alone. */
  readonly thumbnails: readonly HTMLCanvasElement[] | null;
}

const DIMMED = 0.12;

export function drawPoints({ ctx, side, ratio }: Surface, view: PointsView): void {
  const { positions, labels, sprites, opacity, onlyLabel, thumbnails } = view;
  const inset = 4 * ratio;
  for (let i = 0; i < positions.length / 2; i++) {
    const u = positions[2 * i] ?? 0;
    const v = positions[2 * i + 1] ?? 0;
    const label = labels[i] ?? -1;
    const dimmed = onlyLabel !== null && label !== onlyLabel;
    ctx.globalAlpha = (dimmed ? DIMMED : 1) * (opacity?.[i] ?? 1);
    if (isInside(u, v)) {
      const sprite = thumbnails?.[i] ?? sprites.point(label);
      ctx.drawImage(sprite, u * side - sprite.width / 2, v * side - sprite.height / 2);
    } else {
      const sprite = sprites.arrow(label, rimDirection(u, v));
      const x = Math.min(Math.max(u * side, inset), side - inset);
      const y = Math.min(Math.max(v * side, inset), side - inset);
      ctx.drawImage(sprite, x - sprite.width / 2, y - sprite.height / 2);
    }
  }
  ctx.globalAlpha = 1;
}

/** Which way a point outside lies, in eighths of a turn clockwise from the right. */
export function rimDirection(u: number, v: number): number {
  const right = u > 1 ? 1 : u < 0 ? -1 : 0;
  const down = v > 1 ? 1 : v < 0 ? -1 : 0;
  return (Math.round((Math.atan2(down, right) * 4) / Math.PI) + 8) % 8;
}
