import { describe, expect, it } from "vitest";
import { sigmoid } from "#/core/objective/bernoulli.ts";
import { displayInPlace, figureOf } from "#/core/objective/display.ts";
import { meantPixels } from "#/core/objective/meant.ts";

const logits = Float32Array.of(-11, -2, 0, 0.4, 3);
const means = logits.map(sigmoid);

const close = (a: Float32Array | null, b: Float32Array) => {
  expect(a?.length).toBe(b.length);
  a?.forEach((value, i) => {
    expect(value).toBeCloseTo(b[i] ?? Number.NaN, 5);
  });
};

describe("meantPixels", () => {
  it("is what is shown where that is p", () => {
    const objective = { display: "sigmoid", likelihood: "bernoulli", sigmoid: "stable" } as const;
    expect(meantPixels(objective, means, null)).toBe(means);
  });

  it("undoes a second sigmoid", () => {
    const objective = {
      display: "sigmoidTwice",
      likelihood: "bernoulli",
      sigmoid: "loss",
    } as const;
    const shown = displayInPlace("sigmoidTwice", means.slice(), null);
    close(meantPixels(objective, shown, null), means);
  });

  it("undoes the scaling of a figure of logits", () => {
    const objective = { display: "autoscaled", likelihood: "bernoulli", sigmoid: "loss" } as const;
    const figure = figureOf("autoscaled", logits);
    const shown = displayInPlace("autoscaled", logits.slice(), figure);
    close(meantPixels(objective, shown, figure), means);
  });

  it("undoes the scaling of a figure of means", () => {
    const objective = { display: "autoscaled", likelihood: "gaussian", sigmoid: "stable" } as const;
    const figure = figureOf("autoscaled", logits);
    const shown = displayInPlace("autoscaled", logits.slice(), figure);
    close(meantPixels(objective, shown, figure), logits);
  });

  it("knows nothing of logits that were cut", () => {
    const objective = { display: "clamped", likelihood: "bernoulli", sigmoid: "loss" } as const;
    expect(meantPixels(objective, means, null)).toBeNull();
  });
});
