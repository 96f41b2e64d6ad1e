/** Finds the point nearest a place on screen: points sorted into square buckets once a layout. */
import { isInside } from "#/core/latent/placement.ts";

export interface SpatialIndex {
  /** Index of the nearest point within `radius` of (u, v), all in frame widths; null for none. */
  nearest(u: number, v: number, radius: number): number | null;
}

const BUCKETS = 32;

/** Over the positions inside the frame; the array is borrowed. [2 × count] */
export function buildSpatialIndex(positions: Float32Array): SpatialIndex {
  const count = positions.length / 2;
  const bucketOf = (p: number): number =>
    Math.min(Math.max(Math.floor(p * BUCKETS), 0), BUCKETS - 1);
  const starts = new Int32Array(BUCKETS * BUCKETS + 1);
  const bucket = (i: number): number =>
    bucketOf(positions[2 * i + 1] ?? 0) * BUCKETS + bucketOf(positions[2 * i] ?? 0);
  const inside = (i: number): boolean => isInside(positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0);
  for (let i = 0; i < count; i++) {
    if (inside(i)) starts[bucket(i) + 1] = (starts[bucket(i) + 1] ?? 0) + 1;
  }
  for (let k = 0; k < BUCKETS * BUCKETS; k++)
    starts[k + 1] = (starts[k + 1] ?? 0) + (starts[k] ?? 0);
  const next = starts.slice();
  const members = new Int32Array(starts[BUCKETS * BUCKETS] ?? 0);
  for (let i = 0; i < count; i++) {
    if (!inside(i)) continue;
    const k = bucket(i);
    members[next[k] ?? 0] = i;
    next[k] = (next[k] ?? 0) + 1;
  }

  return {
    nearest(u, v, radius) {
      let best: number | null = null;
      let least = radius * radius;
      for (let row = bucketOf(v - radius); row <= bucketOf(v + radius); row++) {
        for (let column = bucketOf(u - radius); column <= bucketOf(u + radius); column++) {
          const k = row * BUCKETS + column;
          for (let m = starts[k] ?? 0; m < (starts[k + 1] ?? 0); m++) {
            const i = members[m] ?? 0;
            const du = (positions[2 * i] ?? 0) - u;
            const dv = (positions[2 * i + 1] ?? 0) - v;
            const distance = du * du + dv * dv;
            // On a tie the point drawn last, which lies on top, wins.
            if (distance <= least) {
              if (best === null || distance < least || i > best) best = i;
              least = distance;
            }
          }
        }
      }
      return best;
    },
  };
}

/** Indices of the `count` points inside the frame nearest (u, v), nearest first. */
export function nearestPoints(
  positions: Float32Array,
  u: number,
  v: number,
  count: number,
): number[] {
  const found: { readonly index: number; readonly distance: number }[] = [];
  for (let i = 0; i < positions.length / 2; i++) {
    const pu = positions[2 * i] ?? 0;
    const pv = positions[2 * i + 1] ?? 0;
    if (!isInside(pu, pv)) continue;
    found.push({ index: i, distance: (pu - u) ** 2 + (pv - v) ** 2 });
  }
  found.sort((x, y) => x.distance - y.distance || x.index - y.index);
  return found.slice(0, count).map((f) => f.index);
}
