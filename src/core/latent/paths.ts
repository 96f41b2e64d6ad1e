/**
 * Paths through latent space: straight, or along the sphere. A path is its stops; between two of
 * them lies an equal share of it, however far apart they are, so that a strip of pictures holds each
 * stop itself.
 */

export const pathCurves = ["lerp", "slerp"] as const;
export type PathCurve = (typeof pathCurves)[number];

type Vector = readonly number[];

export function lerp(a: Vector, b: Vector, t: number): number[] {
  return a.map((value, j) => (1 - t) * value + t * (b[j] ?? 0));
}

const length = (v: Vector): number => Math.hypot(...v);
const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, j) => sum + x * (b[j] ?? 0), 0);

/** What is shorter is rounding and says nothing of a direction. */
const vanishing = 1e-9;

/**
 * Spherical interpolation (Shoemake, "Animating rotation with quaternion curves", 1985) of the
 * directions, the lengths going evenly from one to the other. Written as a turn from a towards the
 * part of b at right angles to it, which needs no division by sin Ω: parallel vectors go straight,
 * opposite ones round a fixed axis, and a zero vector has no direction to turn from: straight too.
 */
export function slerp(a: Vector, b: Vector, t: number): number[] {
  const [lengthA, lengthB] = [length(a), length(b)];
  if (Math.min(lengthA, lengthB) < vanishing) return lerp(a, b, t);
  const from = a.map((x) => x / lengthA);
  const to = b.map((x) => x / lengthB);
  const cosine = dot(from, to);
  const rest = to.map((x, j) => x - cosine * (from[j] ?? 0));
  const sine = length(rest);
  const across = unitAcross(from, rest);
  if (across === null) return lerp(a, b, t);
  const angle = t * Math.atan2(sine, cosine);
  const size = (1 - t) * lengthA + t * lengthB;
  return from.map((x, j) => size * (Math.cos(angle) * x + Math.sin(angle) * (across[j] ?? 0)));
}

/** The unit vector along `rest`, or, where that vanishes, across `from`; null in one dimension. */
function unitAcross(from: Vector, rest: Vector): number[] | null {
  const size = length(rest);
  if (size > vanishing) return rest.map((x) => x / size);
  if (from.length < 2) return null;
  // The axis that `from` lies along the least, made perpendicular to it.
  const least = from.reduce(
    (best, x, j) => (Math.abs(x) < Math.abs(from[best] ?? 0) ? j : best),
    0,
  );
  const share = from[least] ?? 0;
  const across = from.map((x, j) => (j === least ? 1 : 0) - share * x);
  const norm = length(across);
  return across.map((x) => x / norm);
}

/** Where on a path a position lies: from which stop on, and how far to the next. */
export interface PathPlace {
  readonly segment: number;
  /** 0 … 1 */
  readonly share: number;
}

/** @param at 0 at the first stop, 1 at the last; beyond is cut. */
export function placeAlong(stops: number, at: number): PathPlace {
  const segments = Math.max(stops - 1, 1);
  const along = Math.min(Math.max(at, 0), 1) * segments;
  const segment = Math.min(Math.floor(along), segments - 1);
  return { segment, share: along - segment };
}

/** z at a position of the path; a single stop is a path that stays. @throws RangeError without stops. */
export function pathPoint(stops: readonly Vector[], curve: PathCurve, at: number): number[] {
  const { segment, share } = placeAlong(stops.length, at);
  const a = stops[segment];
  if (a === undefined) throw new RangeError("a path needs a stop");
  const b = stops[segment + 1];
  // A stop is met to the last digit, whatever the curve rounds.
  if (share === 0 || b === undefined) return [...a];
  if (share === 1) return [...b];
  return curve === "lerp" ? lerp(a, b, share) : slerp(a, b, share);
}

/** Positions of `between` frames between each two stops, and of the stops. Ascending, 0 … 1. */
export function framePositions(stops: number, between: number): number[] {
  const last = Math.max(stops - 1, 0) * (between + 1);
  return Array.from({ length: last + 1 }, (_, i) => (last === 0 ? 0 : i / last));
}

/** z of the positions, one after another. [positions × latent] */
export function resamplePath(
  stops: readonly Vector[],
  curve: PathCurve,
  positions: readonly number[],
): Float32Array {
  const latent = stops[0]?.length ?? 0;
  const out = new Float32Array(positions.length * latent);
  positions.forEach((at, i) => {
    out.set(pathPoint(stops, curve, at), i * latent);
  });
  return out;
}
