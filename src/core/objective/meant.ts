/**
 * Back from what is drawn to p, the pixel's probability or mean as the loss means it. The inverse
 * of display.ts, as far as there is one.
 */
import { sigmoid } from "#/core/objective/bernoulli.ts";
import type { Figure } from "#/core/objective/display.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

type Drawn = Pick<ObjectiveSpec, "display" | "likelihood" | "sigmoid">;

/**
 * p of pixels as displayed; null where the display has cut them. `figure` is the range of an
 * autoscaled figure.
 */
export function meantPixels(
  objective: Drawn,
  shown: Float32Array,
  figure: Figure | null,
): Float32Array | null {
  switch (objective.display) {
    case "sigmoid":
      return shown;
    case "sigmoidTwice":
      return shown.map((value) => Math.log(value / (1 - value)));
    case "autoscaled": {
      if (figure === null) return null;
      const range = figure.high - figure.low;
      return shown.map((value) => meantOutput(objective, figure.low + value * range));
    }
    case "clamped":
      return givesMeant(objective) ? shown : null;
  }
}

/** Whether the network's output is p already. */
function givesMeant({ likelihood, sigmoid: place }: Drawn): boolean {
  return place === "output" || likelihood === "gaussian";
}

/** p of the network's output. */
function meantOutput(objective: Drawn, output: number): number {
  return givesMeant(objective) ? output : sigmoid(output);
}
