/** Points on their way from one preview to the next: 120 ms, no easing. */
import type { StageInputs } from "#/features/latent/inputs.ts";

const DURATION_MS = 120;

type Followed = Pick<StageInputs, "window" | "axes" | "frame" | "still">;

export interface Glide {
  readonly moving: boolean;
  /** Decides whether the next positions are reached by gliding. */
  follow(before: Followed, after: Followed): void;
  /** Positions at a time, on the way to `target`. The result is borrowed. [2 × count] */
  at(target: Float32Array, now: number): Float32Array;
}

export function createGlide(): Glide {
  let shown: Float32Array | null = null;
  let start: { readonly from: Float32Array; at: number | null } | null = null;

  return {
    get moving() {
      return start !== null;
    },
    follow(before, after) {
      const place = before.window === after.window && before.axes === after.axes;
      if (!place || after.still) {
        start = null;
        return;
      }
      if (before.frame === after.frame) return;
      const same =
        before.frame !== null &&
        after.frame !== null &&
        equal(before.frame.points.indices, after.frame.points.indices);
      start = same && shown !== null ? { from: shown.slice(), at: null } : null;
    },
    at(target, now) {
      if (start?.from.length === target.length) {
        start.at ??= now;
        const t = (now - start.at) / DURATION_MS;
        if (t < 1) {
          const { from } = start;
          shown = target.map((to, i) => {
            const origin = from[i] ?? to;
            return origin + (to - origin) * t;
          });
          return shown;
        }
      }
      start = null;
      shown = target;
      return target;
    },
  };
}

function equal(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
