/**
 * Images beside their reconstructions, as one figure: where the display scales to its own range, the
 * originals go through the same range and so turn as pale as they did in the figure it repeats.
 */
import { asDrawn } from "#/core/data/asDrawn.ts";
import type { ExperimentConfig } from "#/core/experiment/config.ts";
import { type Figure, scaleInto } from "#/core/objective/display.ts";
import { meantPixels } from "#/core/objective/meant.ts";
import type { Decoded, Pairs } from "#/state/partTypes.ts";

type Drawing = Pick<ExperimentConfig, "data" | "objective">;

/** @param images in [0, 1], as stored. @param decoded as displayed. [count × D] each. */
export function asPairs(
  { data, objective }: Drawing,
  images: Float32Array,
  { images: reconstructions, figure }: Decoded,
): Pairs {
  const seen = asDrawn(data.pixels, images);
  const originals = inFigure(seen, figure);
  const meant = meantPixels(objective, reconstructions, figure);
  const difference = meant === null ? minus(reconstructions, originals) : minus(meant, seen);
  return { originals, reconstructions, difference, figure };
}

/** A copy in a figure's range; the same array where nothing is scaled. */
export function inFigure(images: Float32Array, figure: Figure | null): Float32Array {
  return figure === null ? images : scaleInto(images.slice(), figure);
}

function minus(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}
