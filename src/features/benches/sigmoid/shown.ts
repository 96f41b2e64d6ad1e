/**
 * One output of a network, drawn in the ways people draw it. The same weights give all of these: only
 * the last line of the plotting code differs. Pure.
 */
import { displayInPlace, drawsRaw, figureOf, scaleInto } from "#/core/objective/display.ts";
import type { Figure } from "#/core/objective/display.ts";
import { sigmoid } from "#/core/objective/bernoulli.ts";
import { endsInSigmoid, outputForm } from "#/core/objective/output.ts";
import type { Display, ObjectiveSpec } from "#/core/objective/spec.ts";

type Placed = Pick<ObjectiveSpec, "likelihood" | "sigmoid">;

export interface Shown {
  /** In [0, 1]. */
  readonly pictures: Float32Array;
  /** In the same figure: pale where it is scaled to its own range. */
  readonly originals: Float32Array;
  readonly figure: Figure | null;
}

/** p, the pixel's probability or mean as the loss means it, of what the network gives. */
export function meantOf(objective: Placed, outputs: Float32Array): Float32Array {
  const form = outputForm(objective);
  const squashes = form === "squashedLogit" || (form === "logit" && !endsInSigmoid(objective));
  return squashes ? outputs.map((value) => sigmoid(value)) : outputs.slice();
}

/** @param originals in [0, 1]. Neither array is changed. */
export function show(
  objective: Placed,
  display: Display,
  outputs: Float32Array,
  originals: Float32Array,
): Shown {
  const figure = figureOf(display, outputs);
  const values = drawsRaw(display) ? outputs.slice() : meantOf(objective, outputs);
  return {
    pictures: displayInPlace(display, values, figure),
    originals: figure === null ? originals : scaleInto(originals.slice(), figure),
    figure,
  };
}

/** As `show`, in the range of a figure drawn before: samples stand beside reconstructions. */
export function showIn(
  objective: Placed,
  display: Display,
  outputs: Float32Array,
  figure: Figure | null,
): Float32Array {
  const values = drawsRaw(display) ? outputs.slice() : meantOf(objective, outputs);
  return displayInPlace(display, values, figure);
}
