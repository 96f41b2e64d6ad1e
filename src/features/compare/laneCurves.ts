/** From what lanes recorded to the lines of the three panels: thinned, in epochs, on one scale or each on its own. */
import type { LaneCurve } from "#/charts/LanePanel.tsx";
import { boundedDomain, fromZeroDomain, logDomain, type Domain } from "#/core/metrics/axis.ts";
import { downsample, type CurvePoint } from "#/core/metrics/downsample.ts";
import type { LaneScale } from "#/state/lanes/types.ts";
import type { MetricsView } from "#/state/partTypes.ts";

export const laneTerms = ["total", "reconstruction", "kl"] as const;
export type LaneTerm = (typeof laneTerms)[number];

export interface RecordedLane {
  readonly index: number;
  readonly letter: string;
  readonly view: MetricsView;
}

/** A lane's curve of one term, before its scale is known. */
export type ThinnedCurve = Omit<LaneCurve, "y">;

/** The column of a term in the scale asked for. */
export function columnOf(view: MetricsView, term: LaneTerm, scale: LaneScale): ArrayLike<number> {
  const own = scale === "training";
  switch (term) {
    case "total":
      return own ? view.lossTotal : view.total;
    case "reconstruction":
      return own ? view.lossReconstruction : view.reconstruction;
    case "kl":
      return own ? view.lossKl : view.kl;
  }
}

/**
 * In nats, what the test images cost in front of what the training batches did; as the systems write
 * their losses, the batches alone, for only they were scored so.
 *
 * @param buckets about half the pixels a line spans
 */
export function thinned(
  { index, letter, view }: RecordedLane,
  term: LaneTerm,
  scale: LaneScale,
  imagesPerEpoch: number,
  buckets: number,
): ThinnedCurve {
  const { length, test } = view;
  const x = new Float64Array(length);
  for (let i = 0; i < length; i++) x[i] = (view.imagesSeen[i] ?? 0) / imagesPerEpoch;
  const train = downsample(x, columnOf(view, term, scale), length, buckets);
  if (scale === "training" || test.length < 2) return { index, letter, bold: train, faint: [] };
  const bold = downsample(
    test.map((point) => point.imagesSeen / imagesPerEpoch),
    test.map((point) => point[term]),
    test.length,
    buckets,
  );
  return { index, letter, bold, faint: train };
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
    .flatMap(({ bold, faint }) => [bold, faint])
    .filter((line) => line.length > 0);
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

/** The value of a term at so many images seen, or the newest: what its bold line shows there. */
export function readingAt(
  view: MetricsView,
  term: LaneTerm,
  scale: LaneScale,
  images: number | null,
): number | null {
  if (view.length === 0) return null;
  const at = images ?? Infinity;
  if (scale === "nats" && view.test.length >= 2) {
    return (view.test.findLast((point) => point.imagesSeen <= at) ?? view.test[0])?.[term] ?? null;
  }
  const index = images === null ? view.length - 1 : nearestIndex(view, images);
  return columnOf(view, term, scale)[index] ?? null;
}
