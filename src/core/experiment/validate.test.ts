import { describe, expect, it } from "vitest";
import { type ExperimentConfig, presetIds } from "#/core/experiment/config.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { validateExperiment } from "#/core/experiment/validate.ts";

const digits = { shape: [28, 28, 1], train: 60_000 } as const;
const faces = { shape: [32, 32, 3], train: 8000 } as const;
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

  it("refuses layers that do not fit", () => {
    const conv = { kind: "conv", filters: 8, kernel: 3, stride: 2, activation: "relu" } as const;
    const model = { ...base.model, encoder: [...base.model.encoder, conv] };
    expect(codeOf({ ...base, model }, digits)).toBe("shape-invalid");
    expect(codeOf(presetConfig("faces-conv"), digits)).toBe("shape-invalid");
  });

  it("refuses what memory cannot hold, with the number", () => {
    const huge = { kind: "dense", units: 8192, activation: "relu" } as const;
    const model = { ...base.model, encoder: [huge, huge, huge], decoder: [huge, huge, huge] };
    const result = validateExperiment({ ...base, model }, digits);
    expect(result.ok ? null : result.error.code).toBe("memory-too-large");
    expect(result.ok ? "" : result.error.message).toMatch(/\d GB/);
  });
});
