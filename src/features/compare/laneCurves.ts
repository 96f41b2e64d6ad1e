/** From what lanes recorded to the lines of the three panels: thinned, in epochs, on one scale or each on its own. */
import type { LaneCurve } from "#/charts/LanePanel.tsx";
import { boundedDomain, fromZeroDomain, logDomain, type Domain } from "#/core/metrics/axis.ts";
import { downsample, windowMeans, type CurvePoint } from "#/core/metrics/downsample.ts";
import type { LaneScale } from "#/state/lanes/types.ts";
import type { MetricsView } from "#/state/partTypes.ts";

export const laneTerms = ["total", "reconstruction", "kl"] as const;
export type LaneTerm = (typeof laneTerms)[number];

export interface RecordedLane {
  readonly index: number;
  readonly letter: string;
  readonly view: MetricsView;
  /** False for an autoencoder: its KL belongs to no bound, so its total is the reconstruction. */
  readonly sampled: boolean;
}

/** Test scores drawn a lane at most. */
const mostDots = 60;

/** A lane's curve of one term, before its scale is known. */
export type ThinnedCurve = Omit<LaneCurve, "y">;

type Curves = Pick<RecordedLane, "view" | "sampled">;

/**
 * A term at a recorded step, in the scale asked for. The total in nats is −ELBO, whatever β the lane
 * trains with: totals under different weights could not be compared.
 */
export function valueAt({ view, sampled }: Curves, term: LaneTerm, scale: LaneScale, i: number) {
  const own = scale === "training";
  switch (term) {
    case "total":
      if (own) return view.lossTotal[i];
      return sum(view.reconstruction[i], sampled ? view.kl[i] : 0);
    case "reconstruction":
      return own ? view.lossReconstruction[i] : view.reconstruction[i];
    case "kl":
      return own ? view.lossKl[i] : view.kl[i];
  }
}

const sum = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a + b;

function columnOf(lane: Curves, term: LaneTerm, scale: LaneScale): ArrayLike<number> {
  const { length } = lane.view;
  const column = new Float64Array(length);
  for (let i = 0; i < length; i++) column[i] = valueAt(lane, term, scale, i) ?? NaN;
  return column;
}

/**
 * What the training batches cost, which are the same ones in every lane, in means a pixel wide; and in
 * nats what the test images did, wherever they were scored.
 *
 * @param window in epochs
 */
export function thinned(
  lane: RecordedLane,
  term: LaneTerm,
  scale: LaneScale,
  imagesPerEpoch: number,
  window: number,
): ThinnedCurve {
  const { index, letter, view, sampled } = lane;
  const { imagesSeen, length, test } = view;
  const column = columnOf(lane, term, scale);
  const line = windowMeans(imagesSeen, column, length, window * imagesPerEpoch).map(({ x, y }) => ({
    x: x / imagesPerEpoch,
    y,
  }));
  if (scale === "training") return { index, letter, line, dots: [] };
  const dots = downsample(
    test.map((point) => point.imagesSeen / imagesPerEpoch),
    test.map((point) =>
      term === "total" ? point.reconstruction + (sampled ? point.kl : 0) : point[term],
    ),
    test.length,
    mostDots / 2,
  );
  return { index, letter, line, dots };
}

/** Steps by which lanes that train in turn are apart at most, with one to spare. */
const mostBehind = 3;

/**
 * Up to how many images all lanes in the race are read: the fewest that a lane at the front has seen.
 * A lane further behind, paused or broken earlier, does not hold the others back and is read at its
 * own end. 0 while nothing is recorded.
 */
export function commonImages(views: readonly MetricsView[]): number {
  const ends = views
    .filter(({ length }) => length > 0)
    .map(({ imagesSeen, length }) => {
      const images = imagesSeen[length - 1] ?? 0;
      return { images, lately: images - (imagesSeen[length - 1 - mostBehind] ?? 0) };
    });
  const front = Math.max(0, ...ends.map(({ images }) => images));
  const inRace = ends.filter(({ images, lately }) => front - images <= lately);
  return Math.min(front, ...inRace.map(({ images }) => images));
}

/** What a lane recorded up to so many images seen. */
export function upTo(view: MetricsView, images: number): MetricsView {
  const { imagesSeen } = view;
  let { length } = view;
  while (length > 0 && (imagesSeen[length - 1] ?? 0) > images) length--;
  return { ...view, length };
}

/**
 * The value of a lane's line nearest to `x`, or at its end where `x` is null; null while it has none,
 * and past its end: lanes are read at one step.
 */
export function readingAt({ line }: Pick<ThinnedCurve, "line">, x: number | null): number | null {
  const last = line.at(-1);
  if (last === undefined) return null;
  if (x === null) return last.y;
  const after = line.findIndex((point) => point.x >= x);
  const spacing = last.x - (line.at(-2)?.x ?? 0);
  if (after < 0) return x - last.x <= spacing ? last.y : null;
  const [before, next] = [line[after - 1], line[after]];
  if (next === undefined) return null;
  return before !== undefined && x - before.x < next.x - x ? before.y : next.y;
}

/** A curve shorter than this has no settled part yet. */
const tooShort = 10;
/** How far above an even grey image, D·ln 2, a total may still be seen. */
const room = 1.3;

/** Without the first tenth, whose spike would flatten the rest. */
function settled(points: readonly CurvePoint[]): readonly CurvePoint[] {
  if (points.length < tooShort) return points;
  const end = points.at(-1)?.x ?? 0;
  return points.filter(({ x }) => x >= end / 10);
}

/**
 * The axis over the curves of a term. In nats one lane that runs away may leave the frame, so that the
 * others are seen; a loss as written has no such bound. `pixels`: D.
 */
export function domainOf(
  curves: readonly ThinnedCurve[],
  term: LaneTerm,
  scale: LaneScale,
  pixels: number,
  log: boolean,
): Domain {
  const lines = curves
    .flatMap(({ line, dots }) => [line, dots])
    .filter((points) => points.length > 0);
  if (term === "kl") {
    const least = scale === "nats" ? 2 : 1e-6;
    const domain = fromZeroDomain(lines.map(settled), least);
    return log ? logDomain(domain, Math.max(domain[1] / 1e4, 1e-9)) : domain;
  }
  const most = scale === "nats" ? room * pixels * Math.LN2 : Infinity;
  const domain = boundedDomain(lines, [], most);
  return log ? logDomain(domain, Math.max(domain[1] / 1e4, 1e-9)) : domain;
}

/** The recorded step nearest `images` seen; −1 in an empty view. */
export function nearestIndex({ imagesSeen, length }: MetricsView, images: number): number {
  let [low, high] = [0, length - 1];
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((imagesSeen[middle] ?? 0) < images) low = middle + 1;
    else high = middle;
  }
  const before = imagesSeen[low - 1];
  const isNearer = before !== undefined && images - before < (imagesSeen[low] ?? 0) - images;
  return isNearer ? low - 1 : low;
}
