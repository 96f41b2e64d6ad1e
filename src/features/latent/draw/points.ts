/** The encoded points: stamps inside the frame, arrowheads on its rim for those outside. */
import { isInside } from "#/core/latent/placement.ts";
import type { Sprites } from "#/features/latent/draw/sprites.ts";
import { stampCorner, stampOnto } from "#/features/latent/draw/stamps.ts";
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
  /** Pictures of the first points, over their stamps; null for stamps alone. */
  readonly thumbnails: readonly HTMLCanvasElement[] | null;
}

const DIMMED = 0.12;
/** Middle of an arrowhead from the rim, CSS pixels. */
const INSET = 4;

/** @param image Of the frame's size; cleared and drawn anew, so that one serves every frame. */
export function drawPoints(
  { ctx, side, ratio }: Surface,
  image: ImageData,
  view: PointsView,
): void {
  image.data.fill(0);
  stampPoints(image.data, side, ratio, view);
  ctx.putImageData(image, 0, 0);
  drawThumbnails(ctx, side, view);
}

function opacityOf({ labels, opacity, onlyLabel }: PointsView, i: number): number {
  const dimmed = onlyLabel !== null && labels[i] !== onlyLabel;
  return (dimmed ? DIMMED : 1) * (opacity?.[i] ?? 1);
}

export function stampPoints(
  pixels: Uint8ClampedArray,
  side: number,
  ratio: number,
  view: PointsView,
): void {
  const { positions, labels, sprites } = view;
  const inset = INSET * ratio;
  for (let i = 0; i < positions.length / 2; i++) {
    const u = positions[2 * i] ?? 0;
    const v = positions[2 * i + 1] ?? 0;
    const label = labels[i] ?? -1;
    const strength = opacityOf(view, i);
    if (isInside(u, v)) {
      const x = stampCorner(u * side, sprites.pointSize);
      const y = stampCorner(v * side, sprites.pointSize);
      const stamp = sprites.point(label, x.phase, y.phase);
      stampOnto(pixels, side, stamp, x.pixel, y.pixel, strength);
    } else if (Number.isFinite(u) && Number.isFinite(v)) {
      const along = (p: number): number =>
        Math.round(Math.min(Math.max(p * side, inset), side - inset) - sprites.arrowSize / 2);
      const stamp = sprites.arrow(label, rimDirection(u, v));
      stampOnto(pixels, side, stamp, along(u), along(v), strength);
    }
  }
}

function drawThumbnails(ctx: CanvasRenderingContext2D, side: number, view: PointsView): void {
  const { positions, thumbnails } = view;
  if (thumbnails === null) return;
  thumbnails.forEach((picture, i) => {
    const u = positions[2 * i] ?? -1;
    const v = positions[2 * i + 1] ?? -1;
    if (!isInside(u, v)) return;
    ctx.globalAlpha = opacityOf(view, i);
    // Whole pixels: a picture between two of them would be smeared.
    ctx.drawImage(
      picture,
      Math.round(u * side - picture.width / 2),
      Math.round(v * side - picture.height / 2),
    );
  });
  ctx.globalAlpha = 1;
}

/** Which way a point outside lies, in eighths of a turn clockwise from the right. */
export function rimDirection(u: number, v: number): number {
  const right = u > 1 ? 1 : u < 0 ? -1 : 0;
  const down = v > 1 ? 1 : v < 0 ? -1 : 0;
  return (Math.round((Math.atan2(down, right) * 4) / Math.PI) + 8) % 8;
}
