/**
 * What there is to say about a lane of the sigmoid bench, worked out from what it gives and how that
 * is drawn. Pure: the words are i18n's (`benches.sigmoid.said`).
 */
import { drawsRaw } from "#/core/objective/display.ts";
import { endsInSigmoid } from "#/core/objective/output.ts";
import type { Display, ObjectiveSpec } from "#/core/objective/spec.ts";

type Placed = Pick<ObjectiveSpec, "likelihood" | "sigmoid">;

export interface OutputRange {
  readonly low: number;
  readonly high: number;
}

export type DrawnFinding =
  /** Every value drawn is p. */
  | { readonly id: "asMeant" }
  /** One figure for raw outputs and originals: where 0 and 1 of an original come to lie in it. */
  | { readonly id: "pale"; readonly black: number; readonly white: number }
  /** Scaled, but outputs and originals span the same range. */
  | { readonly id: "sameRange" }
  /** Share of pixels that lie outside [0, 1] and are cut. */
  | { readonly id: "cut"; readonly share: number }
  /** Drawn through one sigmoid more than the loss has: what range is left. */
  | { readonly id: "squashed"; readonly low: number; readonly high: number };

export interface LaneFinding {
  /** What the network gives: pixels, or logits. */
  readonly gives: "pixels" | "logits";
  readonly range: OutputRange;
  readonly drawn: DrawnFinding;
}

/** @param outputs of the network, for test images; @param pictures the same as drawn. Neither empty. */
export function findingOf(
  objective: Placed,
  display: Display,
  outputs: Float32Array,
  pictures: Float32Array,
): LaneFinding {
  const range = rangeOf(outputs);
  const gives = endsInSigmoid(objective) ? "pixels" : "logits";
  return { gives, range, drawn: drawnFinding(display, gives, range, outputs, pictures) };
}

function drawnFinding(
  display: Display,
  gives: LaneFinding["gives"],
  { low, high }: OutputRange,
  outputs: Float32Array,
  pictures: Float32Array,
): DrawnFinding {
  if (display === "sigmoidTwice") return { id: "squashed", ...rangeOf(pictures) };
  if (!drawsRaw(display) || (gives === "pixels" && display === "clamped")) return { id: "asMeant" };
  if (display === "clamped") return { id: "cut", share: shareOutside(outputs) };
  const [bottom, top] = [Math.min(low, 0), Math.max(high, 1)];
  if (bottom === 0 && top === 1) return { id: "sameRange" };
  return { id: "pale", black: -bottom / (top - bottom), white: (1 - bottom) / (top - bottom) };
}

export function rangeOf(values: Float32Array): OutputRange {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

function shareOutside(values: Float32Array): number {
  let outside = 0;
  for (const value of values) if (value < 0 || value > 1) outside++;
  return outside / Math.max(values.length, 1);
}

interface Curve {
  readonly length: number;
  readonly steps: ArrayLike<number>;
  /** Nats per image, of the batch of each step. */
  readonly total: ArrayLike<number>;
}

/** Steps a lane is compared with another over. */
export const comparedSteps = 50;

/**
 * How far two lanes are apart, nats per image: their batch means over the newest `comparedSteps` steps
 * that both have taken, on the same batches. Null before both have taken a step.
 */
export function natsApart(
  a: Curve,
  b: Curve,
): { readonly nats: number; readonly step: number } | null {
  const length = Math.min(a.length, b.length);
  if (length === 0) return null;
  let sum = 0;
  const from = Math.max(0, length - comparedSteps);
  for (let i = from; i < length; i++) sum += (b.total[i] ?? 0) - (a.total[i] ?? 0);
  return { nats: Math.abs(sum / (length - from)), step: a.steps[length - 1] ?? 0 };
}
