/** The points in question, hovered and pinned, with their posteriors as the canvases draw them. */
import { project, type PlaneAxes } from "#/core/latent/plane.ts";
import { planarPosterior, type PlanarGaussian } from "#/core/latent/posterior.ts";
import type { PosteriorMark } from "#/features/latent/draw/marks.ts";
import { classColour, palette, type ThemeName } from "#/ui/palette.ts";
import type { EncodedPoints } from "#/worker/protocol/preview.ts";

/**
 * @param hovered Index into the points. @param pinned Index into the test split.
 * @param sampling False for an autoencoder: its codes are points, its second head was never trained.
 */
export function posteriorMarks(
  points: EncodedPoints | null,
  axes: PlaneAxes,
  hovered: number | null,
  pinned: number | null,
  theme: ThemeName,
  labelled: boolean,
  sampling: boolean,
): readonly PosteriorMark[] {
  if (points === null) return [];
  const count = points.indices.length;
  const latent = count === 0 ? 0 : points.mean.length / count;
  const pinnedIndex = pinned === null ? -1 : points.indices.indexOf(pinned);
  const gaussianOf = (index: number): PlanarGaussian =>
    sampling
      ? planarPosterior(axes, points.mean, points.logVariance, index * latent)
      : { centre: project(axes, points.mean, index * latent), aa: 0, ab: 0, bb: 0 };
  const mark = (index: number, isPinned: boolean): PosteriorMark => ({
    gaussian: gaussianOf(index),
    colour: labelled ? classColour(theme, points.labels[index] ?? 0) : palette[theme].text,
    pinned: isPinned,
  });
  const marks: PosteriorMark[] = [];
  if (pinnedIndex >= 0) marks.push(mark(pinnedIndex, true));
  if (hovered !== null && hovered < count && hovered !== pinnedIndex) {
    marks.push(mark(hovered, false));
  }
  return marks;
}
