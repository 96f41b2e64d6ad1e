/**
 * Thins a curve to what a chart can show without hiding its extremes: of each bucket of x the
 * lowest and the highest y are kept, in order, and the first and last point always. A spike of one
 * step stays visible however long the run.
 */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * @param xs ascending, [length]
 * @param ys [length]; values that are not finite are dropped
 * @param buckets at most 2 · buckets + 2 points come back
 */
export function downsample(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  length: number,
  buckets: number,
): CurvePoint[] {
  if (length <= 2 * buckets) return everything(xs, ys, length);
  const first = xs[0] ?? 0;
  const span = (xs[length - 1] ?? 0) - first;
  const points: CurvePoint[] = [];
  let bucket = -1;
  let low = -1;
  let high = -1;

  function flush(): void {
    if (low < 0) return;
    const earlier = Math.min(low, high);
    const later = Math.max(low, high);
    points.push(at(xs, ys, earlier));
    if (later !== earlier) points.push(at(xs, ys, later));
  }

  for (let i = 0; i < length; i++) {
    const y = ys[i] ?? Number.NaN;
    if (!Number.isFinite(y)) continue;
    const here =
      span > 0 ? Math.min(buckets - 1, Math.floor((((xs[i] ?? 0) - first) / span) * buckets)) : 0;
    if (here !== bucket) {
      flush();
      bucket = here;
      low = i;
      high = i;
    } else {
      if (y < (ys[low] ?? 0)) low = i;
      if (y > (ys[high] ?? 0)) high = i;
    }
  }
  flush();
  return withEnds(points, xs, ys, length);
}

/**
 * Thins a curve to its mean over windows of x, all of one width and counted from zero, so that they
 * stay where they are as the curve grows: curves with the same numbers keep the same means. For reading
 * several curves against each other; a spike of one step is evened out.
 *
 * @param xs ascending, [length]
 * @param ys [length]; values that are not finite are left out
 */
export function windowMeans(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  length: number,
  width: number,
): CurvePoint[] {
  const points: CurvePoint[] = [];
  let window = -1;
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < length; i++) {
    const x = xs[i] ?? 0;
    const y = ys[i] ?? Number.NaN;
    if (!Number.isFinite(y)) continue;
    const here = Math.floor(x / width);
    if (here !== window && count > 0) {
      points.push({ x: sumX / count, y: sumY / count });
      count = 0;
      sumX = 0;
      sumY = 0;
    }
    window = here;
    count++;
    sumX += x;
    sumY += y;
  }
  if (count > 0) points.push({ x: sumX / count, y: sumY / count });
  return points;
}

function at(xs: ArrayLike<number>, ys: ArrayLike<number>, i: number): CurvePoint {
  return { x: xs[i] ?? 0, y: ys[i] ?? 0 };
}

function everything(xs: ArrayLike<number>, ys: ArrayLike<number>, length: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let i = 0; i < length; i++) {
    const point = at(xs, ys, i);
    if (Number.isFinite(point.y)) points.push(point);
  }
  return points;
}

/** The ends carry labels, so they must be the true ends even where a bucket's extremes are others. */
function withEnds(
  points: CurvePoint[],
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  length: number,
): CurvePoint[] {
  const start = at(xs, ys, 0);
  const end = at(xs, ys, length - 1);
  const head = points[0];
  const tail = points.at(-1);
  if (Number.isFinite(start.y) && head !== undefined && head.x > start.x) points.unshift(start);
  if (Number.isFinite(end.y) && tail !== undefined && tail.x < end.x) points.push(end);
  return points;
}
