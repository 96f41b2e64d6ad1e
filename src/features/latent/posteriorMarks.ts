/** The points in question, hovered and pinned, with their posteriors as the canvases draw them. */
import type { PlaneAxes } from "#/core/latent/plane.ts";
import { planarPosterior } from "#/core/latent/posterior.ts";
import type { PosteriorMark } from "#/features/latent/draw/marks.ts";
import { classColour, palette, type ThemeName } from "#/ui/palette.ts";
import type { EncodedPoints } from "#/worker/protocol/messages.ts";

/** @param hovered Index into the points. @param pinned Index into the test split. */
export function posteriorMarks(
  points: EncodedPoints | null,
  axes: PlaneAxes,
  hovered: number | null,
  pinned: number | null,
  theme: ThemeName,
  labelled: boolean,
): readonly PosteriorMark[] {
  if (points === null) return [];
  const count = points.indices.length;
  const latent = count === 0 ? 0 : points.mean.length / count;
  const pinnedIndex = pinned === null ? -1 : points.indices.indexOf(pinned);
  const mark = (index: number, isPinned: boolean): PosteriorMark => ({
    gaussian: planarPosterior(axes, points.mean, points.logVariance, index * latent),
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
