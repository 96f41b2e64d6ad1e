import { describe, expect, it } from "vitest";
import { EngineError } from "#/core/fault.ts";
import type { Weights } from "#/core/training/terms.ts";
import { checkState, flatten, momentNames, unflatten } from "#/engine/checkpoint.ts";
import { freshState, resolved } from "#/engine/testing/models.ts";

const batchNorm = { momentum: 0.9, epsilon: 1e-3 };
const vae = resolved(
  {
    encoder: [{ kind: "dense", units: 3, activation: "relu", batchNorm }],
    decoder: [],
    latent: 2,
    condition: "none",
    weightInit: "he",
  },
  [2, 2, 1],
);
const state = freshState(vae, 1);

function moments(names: (parameter: string) => readonly string[]): Weights {
  return Object.fromEntries(
    vae.parameters.flatMap(({ name, shape, size }) =>
      names(name).map((moment) => [moment, { shape, values: new Float32Array(size) }]),
    ),
  );
}

function reasonOf(weights: Weights, kept: Weights = {}): string {
  try {
    checkState(vae, { weights, optimizer: { steps: 1, moments: kept } });
  } catch (error) {
    if (error instanceof EngineError) return String(error.values?.["reason"]);
    throw error;
  }
  return "";
}

describe("checkState", () => {
  it("takes parameters with running statistics, and moments of parameters or none", () => {
    expect(reasonOf(state.weights)).toBe("");
    expect(
      reasonOf(
        state.weights,
        moments((name) => Object.values(momentNames(name))),
      ),
    ).toBe("");
  });

  it("misses statistics, and knows none that the model has not", () => {
    const { ["encoder/0/runningMean"]: mean, ...others } = state.weights;
    expect(mean?.shape).toEqual([3]);
    expect(reasonOf(others)).toContain("encoder/0/runningMean");
    if (mean === undefined) return;
    expect(reasonOf({ ...state.weights, "mean/runningMean": mean })).toContain("mean/runningMean");
  });

  it("refuses a variance below zero and moments of statistics", () => {
    const variance = { shape: [3], values: Float32Array.of(1, -1, 1) };
    expect(reasonOf({ ...state.weights, "encoder/0/runningVariance": variance })).toContain(
      "encoder/0/runningVariance",
    );
    const both = moments((name) => Object.values(momentNames(name)));
    expect(reasonOf(state.weights, { ...both, "encoder/0/runningMean/first": variance })).toContain(
      "encoder/0/runningMean/first",
    );
    expect(
      reasonOf(
        state.weights,
        moments((name) => [momentNames(name).first]),
      ),
    ).toContain("/second");
  });
});

describe("flatten", () => {
  it("is undone by unflatten, in order", () => {
    const flat = flatten(vae.statistics, state.weights, (name) => name);
    expect(flat).toHaveLength(6);
    const back = unflatten(vae.statistics, flat, (name) => name);
    expect(Object.keys(back)).toEqual(["encoder/0/runningMean", "encoder/0/runningVariance"]);
    expect(state.weights).toMatchObject(back);
  });

  it("takes what is missing for zero", () => {
    expect([...flatten(vae.statistics, {}, (name) => name)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
