/**
 * From what the network gives to what is drawn. Of the four ways only "sigmoid" shows the pixel the
 * loss means; the others repeat what people do by mistake.
 */
import type { Display } from "#/core/objective/spec.ts";
import { sigmoid } from "#/core/objective/bernoulli.ts";

/** The range one figure is scaled to: its darkest and lightest value. */
export interface Figure {
  readonly low: number;
  readonly high: number;
}

/** Whether the network's output is drawn, rather than p. */
export function drawsRaw(display: Display): boolean {
  return display === "autoscaled" || display === "clamped";
}

/**
 * The range of a figure that holds `outputs` beside their originals, which span [0, 1]; null for
 * displays that scale nothing.
 */
export function figureOf(display: Display, outputs: Float32Array): Figure | null {
  if (display !== "autoscaled") return null;
  let low = 0;
  let high = 1;
  for (const value of outputs) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/**
 * `values` as drawn, in [0, 1], in place: the network's output where `drawsRaw`, else p. Originals of
 * an autoscaled figure go through `scaleInto` with the same range.
 */
export function displayInPlace(
  display: Display,
  values: Float32Array,
  figure: Figure | null,
): Float32Array {
  if (figure !== null) return scaleInto(values, figure);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    values[i] = display === "sigmoidTwice" ? sigmoid(value) : Math.min(Math.max(value, 0), 1);
  }
  return values;
}

/** (value − low) / (high − low), in place. */
export function scaleInto(values: Float32Array, { low, high }: Figure): Float32Array {
  const range = high - low;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] ?? 0) - low) / range;
  return values;
}
