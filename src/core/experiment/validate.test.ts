import { describe, expect, it } from "vitest";
import { type ExperimentConfig, presetIds } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { resolveModel, validateExperiment } from "#/core/experiment/validate.ts";

const tenClasses = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const digits = { shape: [28, 28, 1], train: 60_000, classes: tenClasses } as const;
const faces = { shape: [64, 64, 3], train: 8000, classes: [] } as const;
const base = presetConfig("mnist-dense-2");

function codeOf(config: ExperimentConfig, dataset: Parameters<typeof validateExperiment>[1]) {
  const result = validateExperiment(config, dataset);
  return result.ok ? "ok" : result.error.code;
}

describe("validateExperiment", () => {
  it.each(presetIds)("%s can be built", (id) => {
    const config = presetConfig(id);
    expect(codeOf(config, config.data.set === "faces" ? faces : digits)).toBe("ok");
  });

  it("counts the parameters of the first visit by hand", () => {
    const result = validateExperiment(base, digits);
    // 784·400 + 400, two heads of 400·2 + 2, 2·400 + 400, 400·784 + 784.
    expect(result.ok && result.value.cost.parameters).toBe(314_000 + 2 * 802 + 1200 + 314_384);
  });

  it("refuses a batch larger than the data, or than the part that is used", () => {
    const training = { ...base.training, batch: 10_000 };
    expect(codeOf({ ...base, training }, faces)).toBe("batch-too-large");
    expect(codeOf({ ...base, training }, digits)).toBe("ok");
    const limited = { ...base, data: { ...base.data, trainLimit: 127 } };
    expect(validateExperiment(limited, digits)).toMatchObject({
      ok: false,
      error: { code: "batch-too-large", values: { batch: 128, images: 127 } },
    });
  });

  it("refuses layers that do not fit, and offers a size that does", () => {
    const conv = { kind: "conv", filters: 8, kernel: 3, stride: 2, activation: "relu" } as const;
    const model = { ...base.model, encoder: [...base.model.encoder, conv] };
    expect(codeOf({ ...base, model }, digits)).toBe("shape-invalid");
    // Four halvings of 28 end at 2, which doubles to 32.
    const written = presetConfig("faces-conv");
    const small = { ...written, data: { ...written.data, size: "28" as const } };
    expect(validateExperiment(small, faces)).toMatchObject({
      ok: false,
      error: { code: "shape-invalid", values: { image: "28×28", offer: "32×32" } },
    });
  });

  it("builds the model for the images after they are resized", () => {
    const vae = resolveModel(presetConfig("faces-conv"), faces);
    expect(vae.ok && vae.value.image).toEqual([32, 32, 3]);
  });

  it("refuses a condition on images without labels", () => {
    const config = presetConfig("mnist-cvae-20");
    expect(codeOf(config, { ...digits, classes: [] })).toBe("labels-missing");
    const vae = resolveModel(config, digits);
    expect(vae.ok && vae.value.classes).toBe(10);
  });

  it("refuses to normalise a batch of one by itself", () => {
    const config = presetConfig("faces-conv");
    const training = { ...config.training, batch: 1 };
    expect(codeOf({ ...config, training }, faces)).toBe("batch-norm-alone");
  });

  it("learns σ only where it is asked to and there is a Gaussian", () => {
    const learns = (objective: Partial<ExperimentConfig["objective"]>) => {
      const config = { ...base, objective: { ...base.objective, ...objective } };
      const vae = resolveModel(config, digits);
      return vae.ok && vae.value.parameters.some(({ role }) => role === "logSigma");
    };
    expect(learns({ likelihood: "gaussian", noise: "learnt" })).toBe(true);
    expect(learns({ likelihood: "gaussian", noise: "fixed" })).toBe(false);
    expect(learns({ likelihood: "bernoulli", noise: "learnt" })).toBe(false);
  });

  it("refuses what memory cannot hold, with the number", () => {
    const huge = { kind: "dense", units: 8192, activation: "relu" } as const;
    const model = { ...base.model, encoder: [huge, huge, huge], decoder: [huge, huge, huge] };
    const result = validateExperiment({ ...base, model }, digits);
    expect(result.ok ? null : result.error.code).toBe("memory-too-large");
    expect(result.ok ? "" : result.error.message).toMatch(/\d GB/);
  });
});
