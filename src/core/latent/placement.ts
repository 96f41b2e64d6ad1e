/**
 * Many points on the plane at once. Their linear coordinates (z or Φ(z)) are worked out when they
 * or the axes change; moving the window is then one multiplication each. Agrees with `toScreen`.
 */
import { project, type PlaneAxes, type PlaneWindow } from "#/core/latent/plane.ts";
import { linearSpan, toLinear } from "#/core/latent/window.ts";

/** Linear coordinates of projected latent vectors. [2 × count], pairs. */
export function linearPoints(
  axes: PlaneAxes,
  coordinates: PlaneWindow["coordinates"],
  vectors: ArrayLike<number>,
  count: number,
): Float32Array {
  const out = new Float32Array(2 * count);
  const latent = count === 0 ? 0 : vectors.length / count;
  for (let i = 0; i < count; i++) {
    const [a, b] = project(axes, vectors, i * latent);
    out[2 * i] = toLinear(coordinates, a);
    out[2 * i + 1] = toLinear(coordinates, b);
  }
  return out;
}

/** Screen positions u, v of linear coordinates, into `out`. [2 × count] */
export function placePoints(window: PlaneWindow, linear: Float32Array, out: Float32Array): void {
  const scale = 1 / linearSpan(window);
  const a = toLinear(window.coordinates, window.centre[0]);
  const b = toLinear(window.coordinates, window.centre[1]);
  for (let i = 0; i < linear.length; i += 2) {
    out[i] = 0.5 + ((linear[i] ?? 0) - a) * scale;
    out[i + 1] = 0.5 - ((linear[i + 1] ?? 0) - b) * scale;
  }
}

export function isInside(u: number, v: number): boolean {
  return u >= 0 && u <= 1 && v >= 0 && v <= 1;
}

/** How many screen positions lie outside the frame. */
export function countOutside(positions: Float32Array): number {
  let outside = 0;
  for (let i = 0; i < positions.length; i += 2) {
    if (!isInside(positions[i] ?? 0, positions[i + 1] ?? 0)) outside++;
  }
  return outside;
}

export interface ClassMedian {
  readonly label: number;
  readonly u: number;
  readonly v: number;
}

/**
 * Median screen position of each class that has points. Medians commute with the warp, so a disc
 * stands on the same latent value in z and in Φ(z).
 */
export function classMedians(positions: Float32Array, labels: Uint8Array): ClassMedian[] {
  const byLabel = new Map<number, number[]>();
  labels.forEach((label, i) => {
    const members = byLabel.get(label);
    if (members === undefined) byLabel.set(label, [i]);
    else members.push(i);
  });
  return [...byLabel.keys()]
    .sort((x, y) => x - y)
    .map((label) => {
      const members = byLabel.get(label) ?? [];
      return {
        label,
        u: median(members.map((i) => positions[2 * i] ?? 0)),
        v: median(members.map((i) => positions[2 * i + 1] ?? 0)),
      };
    });
}

function median(values: number[]): number {
  values.sort((x, y) => x - y);
  const half = values.length / 2;
  const upper = values[Math.floor(half)] ?? 0;
  return values.length % 2 === 1 ? upper : (upper + (values[half - 1] ?? 0)) / 2;
}
