import { describe, expect, it } from "vitest";
import { clipFactor, referenceUpdate, type UpdateRule } from "#/core/training/optimizers.ts";

const adam: UpdateRule = {
  kind: "adam",
  epsilon: 0.5,
  epsilonPlacement: "corrected",
  decay: 0.999,
  momentum: 0.9,
};

/** One weight that starts at 1, after each gradient in turn. */
function path(rule: UpdateRule, learningRate: number, gradients: readonly number[]) {
  const weights = Float64Array.of(1);
  const moments = { first: new Float64Array(1), second: new Float64Array(1) };
  const values = gradients.map((g, i) => {
    referenceUpdate(weights, [g], moments, i + 1, { ...rule, learningRate });
    return weights[0] ?? Number.NaN;
  });
  return { values, first: moments.first[0], second: moments.second[0] };
}

describe("Adam", () => {
  it("takes two steps as worked out by hand", () => {
    const { values } = path(adam, 0.1, [2, -1]);
    // m = 0.2, v = 0.004; m̂ = 2, v̂ = 4; 1 − 0.1 · 2 / (2 + 0.5)
    expect(values[0]).toBeCloseTo(0.92, 12);
    // m = 0.18 − 0.1 = 0.08, m̂ = 0.08 / 0.19; v = 0.003996 + 0.001 = 0.004996, v̂ = v / 0.001999
    const expected = 0.92 - (0.1 * (0.08 / 0.19)) / (Math.sqrt(0.004996 / 0.001999) + 0.5);
    expect(values[1]).toBeCloseTo(expected, 12);
  });

  it("has ε beside the uncorrected root as TensorFlow writes it", () => {
    const { values } = path({ ...adam, epsilonPlacement: "uncorrected" }, 0.1, [2]);
    // lr · √0.001 / 0.1 · 0.2 / (√0.004 + 0.5)
    const expected = 1 - (0.1 * (Math.sqrt(0.001) / 0.1) * 0.2) / (Math.sqrt(0.004) + 0.5);
    expect(values[0]).toBeCloseTo(expected, 12);
  });

  it("does not mind the place of an ε of 0", () => {
    const gradients = [2, -1, 0.5];
    const corrected = path({ ...adam, epsilon: 0 }, 0.1, gradients).values;
    const uncorrected = path(
      { ...adam, epsilon: 0, epsilonPlacement: "uncorrected" },
      0.1,
      gradients,
    ).values;
    for (const [i, value] of corrected.entries()) expect(uncorrected[i]).toBeCloseTo(value, 12);
  });
});

describe("RMSProp", () => {
  const rmsprop: UpdateRule = { ...adam, kind: "rmsprop", decay: 0.9, momentum: 0 };

  it("divides by the root of the mean square, ε outside it", () => {
    const { values, first, second } = path(rmsprop, 0.1, [2, -1]);
    // v = 0.4; then 0.36 + 0.1 = 0.46
    const once = 1 - (0.1 * 2) / (Math.sqrt(0.4) + 0.5);
    expect(values[0]).toBeCloseTo(once, 12);
    expect(values[1]).toBeCloseTo(once + 0.1 / (Math.sqrt(0.46) + 0.5), 12);
    expect(first).toBe(0);
    expect(second).toBeCloseTo(0.46, 12);
  });

  it("gathers speed after the division", () => {
    const { values, first } = path({ ...rmsprop, momentum: 0.5 }, 0.1, [2, -1]);
    const push = [2 / (Math.sqrt(0.4) + 0.5), -1 / (Math.sqrt(0.46) + 0.5)] as const;
    expect(first).toBeCloseTo(0.5 * push[0] + push[1], 12);
    expect(values[1]).toBeCloseTo(1 - 0.1 * (1.5 * push[0] + push[1]), 12);
  });
});

describe("gradient descent", () => {
  const sgd: UpdateRule = { ...adam, kind: "sgd", momentum: 0 };

  it("goes down the gradient, and keeps nothing", () => {
    expect(path(sgd, 0.1, [2, -1])).toEqual({ values: [0.8, 0.9], first: 0, second: 0 });
  });

  it("keeps its speed with momentum", () => {
    const { values, first, second } = path({ ...sgd, momentum: 0.9 }, 0.1, [2, -1]);
    // m = 2, then 1.8 − 1 = 0.8
    expect(values[1]).toBeCloseTo(1 - 0.1 * (2 + 0.8), 12);
    expect(first).toBeCloseTo(0.8, 12);
    expect(second).toBe(0);
  });
});

describe("clipping", () => {
  it("shortens all gradients together to the length allowed, and no shorter ones", () => {
    expect(clipFactor([[3], [0, 4]], 1)).toBeCloseTo(0.2, 12);
    expect(clipFactor([[3], [0, 4]], 5)).toBe(1);
    expect(clipFactor([[3], [0, 4]], 6)).toBe(1);
    expect(clipFactor([[0]], 6)).toBe(1);
  });

  it("leaves everything as it is at 0", () => {
    expect(clipFactor([[3e20]], 0)).toBe(1);
  });
});
