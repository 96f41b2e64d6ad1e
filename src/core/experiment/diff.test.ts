import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import { describeDifference, splitChanges, tellingDifference } from "#/core/experiment/diff.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { arbitraryConfig } from "#/core/experiment/testing/arbitraryConfig.ts";

const base = presetConfig("mnist-dense-2");
const dense = (units: number, activation: "relu" | "silu" = "relu") =>
  ({ kind: "dense", units, activation }) as const;
const withModel = (model: Partial<ExperimentConfig["model"]>): ExperimentConfig => ({
  ...base,
  model: { ...base.model, ...model },
});

describe("describeDifference", () => {
  it("is empty for the same experiment, and only then", () => {
    fc.assert(
      fc.property(arbitraryConfig, arbitraryConfig, (a, b) => {
        expect(describeDifference(a, structuredClone(a))).toEqual([]);
        if (JSON.stringify(a) !== JSON.stringify(b)) {
          expect(describeDifference(a, b)).not.toEqual([]);
        }
      }),
    );
  });

  it("counts a mirrored edit once", () => {
    const b = withModel({
      latent: 8,
      encoder: [dense(400, "silu")],
      decoder: [dense(400, "silu")],
    });
    expect(describeDifference(base, b)).toEqual([
      {
        kind: "part",
        path: "model.encoder",
        part: "activation",
        from: "relu",
        to: "silu",
        count: 2,
      },
      { kind: "field", path: "model.latent", from: 2, to: 8 },
    ]);
  });

  it("sees a block put between others as one block", () => {
    const a = withModel({ encoder: [dense(400), dense(100)] });
    const b = withModel({ encoder: [dense(400), dense(200), dense(100)] });
    expect(describeDifference(a, b)).toEqual([
      { kind: "block", path: "model.encoder", from: null, to: dense(200) },
    ]);
    expect(describeDifference(b, a)).toEqual([
      { kind: "block", path: "model.encoder", from: dense(200), to: null },
    ]);
  });

  it("counts a block put on both sides once, and two on one side twice", () => {
    const both = withModel({
      encoder: [dense(400), dense(50)],
      decoder: [dense(50), dense(400)],
    });
    expect(describeDifference(base, both)).toHaveLength(1);
    const twice = withModel({ encoder: [dense(400), dense(50), dense(50)] });
    expect(describeDifference(base, twice)).toHaveLength(2);
  });

  it("sees a change of kind as a replaced block", () => {
    const conv = { kind: "conv", filters: 8, kernel: 3, stride: 2, activation: "relu" } as const;
    expect(describeDifference(base, withModel({ encoder: [conv] }))).toEqual([
      { kind: "block", path: "model.encoder", from: dense(400), to: conv },
    ]);
  });
});

describe("splitChanges", () => {
  it("separates what runs on from what restarts", () => {
    const b: ExperimentConfig = {
      ...withModel({ latent: 8 }),
      objective: { ...base.objective, beta: 4 },
      optimizer: { ...base.optimizer, learningRate: 1e-3 },
    };
    expect(splitChanges(base, b)).toEqual({
      live: [
        { field: "objective.beta", value: 4 },
        { field: "optimizer.learningRate", value: 1e-3 },
      ],
      restart: [{ kind: "field", path: "model.latent", from: 2, to: 8 }],
    });
  });
});

describe("tellingDifference", () => {
  const epsilonOf = (a: PresetId, b: PresetId) =>
    tellingDifference(presetConfig(a), presetConfig(b)).some(
      ({ path }) => path === "objective.guardEpsilon",
    );

  it("leaves out ε₀ where one of the two has no guard", () => {
    expect(epsilonOf("mnist-sigmoid-a", "mnist-sigmoid-c")).toBe(false);
    expect(epsilonOf("mnist-sigmoid-c", "mnist-sigmoid-b")).toBe(false);
    const a = presetConfig("mnist-sigmoid-a");
    const b = { ...a, objective: { ...a.objective, guardEpsilon: 1e-7 } };
    expect(tellingDifference(a, b)).toEqual(describeDifference(a, b));
  });

  it("leaves out what does nothing in either, and keeps what begins to do something", () => {
    const a = presetConfig("mnist-dense-2");
    const idle = { ...a, objective: { ...a.objective, annealingSteps: 77 } };
    const annealed = { ...idle, objective: { ...idle.objective, annealing: "linear" as const } };
    expect(tellingDifference(a, idle)).toEqual([]);
    expect(tellingDifference(a, annealed).map(({ path }) => path)).toContain(
      "objective.annealingSteps",
    );
  });
});
