/**
 * Draws what stands behind a latent slider: the histogram of μ in ink, the prior's curve over it,
 * a tick at zero. The scale is fixed — the prior's peak at half height — so that nothing rescales
 * as the model learns; a taller spike is cut at the rim.
 */
import { priorDensity, reach } from "#/features/explore/histogram.ts";

export interface BackdropColours {
  readonly ink: string;
  readonly prior: string;
  readonly zero: string;
}

export interface BackdropSize {
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** Half the thumb: the track's ±3 lie this far from the canvas's ends. Device pixels. */
  readonly inset: number;
  readonly lineWidth: number;
}

/** Density → height in device pixels, cut at the rim. */
export function barHeight(density: number, height: number): number {
  return Math.min(density / (2 * priorDensity(0)), 1) * height;
}

export function drawBackdrop(
  context: CanvasRenderingContext2D,
  density: Float32Array,
  { width, height, inset, lineWidth }: BackdropSize,
  colours: BackdropColours,
): void {
  const span = width - 2 * inset;
  context.clearRect(0, 0, width, height);
  context.fillStyle = colours.ink;
  context.globalAlpha = 0.28;
  const bar = span / density.length;
  density.forEach((value, i) => {
    const tall = barHeight(value, height);
    const left = Math.round(inset + i * bar);
    context.fillRect(left, height - tall, Math.round(inset + (i + 1) * bar) - left, tall);
  });
  context.globalAlpha = 1;
  context.strokeStyle = colours.zero;
  context.lineWidth = lineWidth;
  const zero = Math.round(width / 2) + (Math.round(lineWidth) % 2) / 2;
  context.beginPath();
  context.moveTo(zero, 0);
  context.lineTo(zero, height);
  context.stroke();
  context.strokeStyle = colours.prior;
  context.beginPath();
  for (let x = 0; x <= span; x += 2) {
    const z = (x / span) * 2 * reach - reach;
    const y = height - barHeight(priorDensity(z), height);
    if (x === 0) context.moveTo(inset + x, y);
    else context.lineTo(inset + x, y);
  }
  context.stroke();
}
