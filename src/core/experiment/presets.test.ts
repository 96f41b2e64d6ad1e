import { describe, expect, it } from "vitest";
import { presetIds, type PresetId } from "#/core/experiment/config.ts";
import { adviceFor } from "#/core/experiment/advice.ts";
import { parseConfig } from "#/core/experiment/parse.ts";
import { presetConfig, presets } from "#/core/experiment/presets.ts";
import { conventionOf, effectiveBeta } from "#/core/objective/convention.ts";
import { deviationsOf } from "#/core/objective/deviations.ts";
import { validateExperiment, type DatasetFacts } from "#/core/experiment/validate.ts";

const digits: DatasetFacts = {
  shape: [28, 28, 1],
  train: 60_000,
  classes: Array.from({ length: 10 }, (_, i) => String(i)),
};
const faces: DatasetFacts = { shape: [32, 32, 3], train: 8000, classes: ["a", "b"] };
const dataOf = (id: PresetId) => (presetConfig(id).data.set === "faces" ? faces : digits);

function weightOf(id: PresetId): number {
  const { objective, model, training } = presetConfig(id);
  const [height, width, channels] = dataOf(id).shape;
  const pixels = height * width * channels;
  const sizes = { pixels, latent: model.latent, batch: training.batch };
  return effectiveBeta(conventionOf(objective, sizes), objective.beta);
}

const idsOf = (id: PresetId) => deviationsOf(presetConfig(id).objective).map((d) => d.id);

describe("presets", () => {
  it.each(presetIds)("%s is a whole, valid experiment under its own id", (id) => {
    expect(presets[id].id).toBe(id);
    expect(parseConfig(presetConfig(id))).toEqual({ ok: true, value: presetConfig(id) });
    expect(validateExperiment(presetConfig(id), dataOf(id))).toMatchObject({ ok: true });
  });

  it.each(presetIds.filter((id) => id.endsWith(":repaired")))("%s mends its system", (id) => {
    const { repairs } = presets[id];
    expect(id).toBe(`${String(repairs)}:repaired`);
    const left = idsOf(id).filter((d) => d !== "squaredError");
    expect(left).toEqual([]);
    const mistakes = adviceFor(presetConfig(id), dataOf(id)).filter(
      (a) => a.severity === "mistake",
    );
    expect(mistakes).toEqual([]);
  });

  it("has the effective β that the systems are known for", () => {
    // 784 · 5e-4 · ½ · 2
    expect(weightOf("mnist-conv-2d")).toBeCloseTo(0.392, 6);
    expect(weightOf("celeba-conv")).toBe(32 * 32 * 3);
    expect(weightOf("mnist-dense-20")).toBe(1);
    expect(weightOf("mnist-sigmoid-a")).toBe(1);
    expect(weightOf("fashion-ae-20")).toBe(0);
  });

  it("marks how each system differs from the ELBO", () => {
    expect(idsOf("mnist-dense-2")).toEqual([]);
    expect(idsOf("celeba-conv")).toEqual(["squaredError", "reconstructionMean"]);
    expect(idsOf("mnist-conv-2d")).toEqual([
      "sigmaExp",
      "reconstructionMean",
      "klMean",
      "klWithoutHalf",
      "beta",
      "guard",
    ]);
    expect(idsOf("fashion-ae-20")).toEqual(["noSampling"]);
    expect(idsOf("mnist-dense-20")).toEqual(["reconstructionBatchSum", "klBatchSum", "guard"]);
    expect(idsOf("mnist-sigmoid-c")).toEqual([]);
  });

  it("writes the two averages that are not neutral: β is 39", () => {
    const { objective } = presetConfig("mnist-dense-20");
    const averaged = {
      ...objective,
      reconstructionReduction: "mean",
      klReduction: "mean",
    } as const;
    const sizes = { pixels: 784, latent: 20, batch: 128 };
    expect(effectiveBeta(conventionOf(averaged, sizes), 1)).toBeCloseTo(39.2, 6);
  });

  it("trains system 5 in 550 steps an epoch", () => {
    const { data, training } = presetConfig("mnist-sigmoid");
    expect((data.trainLimit ?? 0) / training.batch).toBe(550);
    expect(presetConfig("mnist-sigmoid")).toBe(presetConfig("mnist-sigmoid-a"));
  });
});
