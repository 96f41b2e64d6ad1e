/**
 * What the value l of the linear output layer stands for, and the two pictures it gives: p, the
 * pixel's probability or mean as the loss means it, and the output of the network as its author
 * would call it.
 */
import { sigmoid } from "#/core/objective/bernoulli.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";

type Placed = Pick<ObjectiveSpec, "likelihood" | "sigmoid">;

/** "logit": p = sigmoid(l). "squashedLogit": p = sigmoid(sigmoid(l)). "mean": p = l. */
export type OutputForm = "logit" | "squashedLogit" | "mean";

export function outputForm({ likelihood, sigmoid: place }: Placed): OutputForm {
  if (likelihood === "gaussian") return place === "output" ? "logit" : "mean";
  return place === "twice" ? "squashedLogit" : "logit";
}

/** Whether the network's own output is sigmoid(l); else it is l. */
export function endsInSigmoid({ likelihood, sigmoid: place }: Placed): boolean {
  return place === "output" || (place === "twice" && likelihood === "bernoulli");
}

/** p of l, in double precision. */
export function pixelOf(objective: Placed, l: number): number {
  switch (outputForm(objective)) {
    case "logit":
      return sigmoid(l);
    case "squashedLogit":
      return sigmoid(sigmoid(l));
    case "mean":
      return l;
  }
}

/** The network's output, in double precision. */
export function rawOf(objective: Placed, l: number): number {
  return endsInSigmoid(objective) ? sigmoid(l) : l;
}
