/** A place in a stream of core/rng.ts as the shaders take it (kernels/threefry.ts). */
import type { Rng } from "#/core/rng.ts";

/** Both words of the stream's key, then the place, its low word first. */
export type StreamPlace = readonly [key0: number, key1: number, low: number, high: number];

/** @param position from 0, a whole number below 2⁵³ */
export function streamPlace([key0, key1]: Rng["key"], position: number): StreamPlace {
  return [key0, key1, position >>> 0, Math.floor(position / 2 ** 32)];
}
