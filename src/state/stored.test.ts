import { describe, expect, it } from "vitest";
import { presetConfig } from "#/core/experiment/presets.ts";
import { parseStoredExperiment, parseStoredRun } from "#/state/stored.ts";

const config = presetConfig("mnist-dense-2");

/** As the first version wrote it: fewer settings, three live fields, no columns of the loss. */
const config1 = {
  data: { set: "mnist", trainLimit: 6000 },
  model: {
    encoder: config.model.encoder,
    decoder: config.model.decoder,
    latent: 8,
    weightInit: "pytorch",
  },
  objective: { beta: 4 },
  optimizer: { kind: "adam", learningRate: 1e-3, epsilon: 1e-8 },
  training: { batch: 64, epochs: 3, lastBatch: "keep", seed: 7 },
};

const live = [{ step: 1, field: "objective.beta", value: 2 }];
const experiment1 = {
  version: 1,
  run: 3,
  preset: "mnist-dense-20",
  built: config1,
  draft: config1,
  live,
};

const tensor = { shape: [1], values: new Float32Array([0.5]) };
const run1 = {
  version: 1,
  run: 3,
  checkpoint: {
    version: 1,
    config: config1,
    live,
    step: 2,
    imagesSeen: 128,
    weights: { "mean/bias": tensor },
    moments: { "mean/bias/first": tensor },
    optimizerSteps: 2,
    comparable: true,
  },
  metrics: {
    steps: new Uint32Array([1, 2]),
    imagesSeen: new Float64Array([64, 128]),
    reconstruction: new Float32Array([500, 400]),
    kl: new Float32Array([1, 3]),
    beta: new Float32Array([4, 2]),
    learningRate: new Float32Array([1e-3, 1e-3]),
    test: [{ step: 2, imagesSeen: 128, reconstruction: 410, kl: 3, total: 416 }],
  },
};

describe("what version 1 stored", () => {
  it("keeps its settings; those it did not know take their defaults", async () => {
    const stored = await parseStoredExperiment(structuredClone(experiment1));
    expect(stored).toMatchObject({ version: 2, run: 3, preset: "mnist-dense-20", live });
    expect(stored?.built).toEqual({
      data: { ...config.data, trainLimit: 6000 },
      model: { ...config.model, latent: 8 },
      objective: { ...config.objective, beta: 4 },
      optimizer: { ...config.optimizer, learningRate: 1e-3 },
      training: { ...config.training, batch: 64, epochs: 3, lastBatch: "keep", seed: 7 },
    });
  });

  it("keeps its weights, and its loss was written in nats per image", async () => {
    const stored = await parseStoredRun(structuredClone(run1));
    expect(stored?.checkpoint).toMatchObject({
      version: 2,
      step: 2,
      weights: { "mean/bias": tensor },
      validation: null,
      best: null,
      stoppedEarly: false,
    });
    expect(stored?.checkpoint.config.objective).toEqual({ ...config.objective, beta: 4 });
    expect([...(stored?.metrics.total ?? [])]).toEqual([504, 406]);
    expect([...(stored?.metrics.lossTotal ?? [])]).toEqual([504, 406]);
    expect([...(stored?.metrics.lossKl ?? [])]).toEqual([1, 3]);
    expect(stored?.metrics).toMatchObject({ test: run1.metrics.test, validation: [] });
  });
});

describe("what version 2 stores", () => {
  const experiment = { version: 2, run: 1, preset: "mnist-dense-2", built: config, draft: config };
  const storedWith = (field: string, value: unknown) =>
    parseStoredExperiment({ ...experiment, live: [{ step: 3, field, value }] });

  it("reads live changes of numbers and of choices, each as its field allows", async () => {
    expect((await storedWith("objective.beta", 2))?.live).toHaveLength(1);
    expect((await storedWith("optimizer.schedule", "cosine"))?.live).toHaveLength(1);
    expect(await storedWith("optimizer.schedule", "sideways")).toBeNull();
    expect(await storedWith("objective.beta", Number.NaN)).toBeNull();
    expect(await storedWith("objective.beta", "cosine")).toBeNull();
  });

  it("refuses what is missing a setting, or has columns of different lengths", async () => {
    expect(await parseStoredExperiment({ ...experiment, built: config1, live: [] })).toBeNull();
    const short = { ...run1, metrics: { ...run1.metrics, kl: new Float32Array(1) } };
    expect(await parseStoredRun(short)).toBeNull();
    expect(await parseStoredRun(undefined)).toBeNull();
  });
});
