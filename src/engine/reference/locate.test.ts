import { beforeAll, describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import type { ObjectiveSpec } from "#/core/objective/spec.ts";
import { createEngine } from "#/engine/createEngine.ts";
import type { NonFinite, TrainingBatch } from "#/engine/engine.ts";
import { expectNoLeak } from "#/engine/testing/leaks.ts";
import { resolved } from "#/engine/testing/models.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";

const vae = resolved(
  {
    ...firstConfig.model,
    encoder: [{ kind: "dense", units: 2, activation: "tanh" }],
    decoder: [{ kind: "dense", units: 2, activation: "linear" }],
    latent: 1,
  },
  [1, 2, 1],
);

const settings = { beta: 1, freeBits: 0, learningRate: 0, clip: 0 };
const images = Float32Array.of(0, 1);
const batch: TrainingBatch = {
  count: 1,
  images,
  epsilon: Float32Array.of(1),
  labels: null,
  dropout: null,
};

/** All weights 0 but for those given, which fill their tensors. */
async function locate(
  filled: Readonly<Record<string, number>>,
  objective: Partial<ObjectiveSpec> = {},
  changes: Partial<TrainingBatch> = {},
): Promise<NonFinite | null> {
  const weights = Object.fromEntries(
    vae.parameters.map(({ name, shape, size }) => {
      return [name, { shape, values: new Float32Array(size).fill(filled[name] ?? 0) }];
    }),
  );
  const state = { weights, optimizer: { steps: 0, moments: {} } };
  const { optimizer } = firstConfig;
  const spec = { ...firstConfig.objective, ...objective };
  using engine = await createEngine({
    resolved: vae,
    state,
    objective: spec,
    optimizer,
    batch: batch.count,
  });
  const found = await engine.locate({ ...batch, ...changes }, settings);
  expect((await engine.exportState()).weights).toEqual(weights);
  return found;
}

describe.each(nodeBackends)("what is no number, on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it("is nothing in a sound step", async () => {
    await expectNoLeak(async () => {
      expect(await locate({})).toBeNull();
    });
  });

  it("is the reconstruction alone where a guard fails on finite logits", async () => {
    const unsafe = { sigmoid: "output", guard: "additive", guardEpsilon: 1e-10 } as const;
    const found = await locate({ "output/bias": 40 }, unsafe);
    expect(found).toEqual({ term: "reconstruction", layer: null });
  });

  it("begins at the first layer of the pass that overflows", async () => {
    const huge = { "decoder/0/kernel": 3e38, "mean/bias": 10 };
    expect(await locate(huge)).toEqual({ term: "reconstruction", layer: "decoder/0" });
    const pixels = { images: Float32Array.of(Number.NaN, 1) };
    expect(await locate({}, {}, pixels)).toEqual({ term: "kl", layer: "encoder/0" });
  });

  it("is the KL term where a variance overflows, which no layer shows before the decoder", async () => {
    const found = await locate({ "logVariance/bias": 200, "decoder/0/kernel": 1 });
    expect(found).toEqual({ term: "kl", layer: "decoder/0" });
  });

  it("is a gradient where the loss is still a number", async () => {
    // z = 0 hides the kernel from the pass, but not from what comes back.
    const steep = { "decoder/0/kernel": 3e38, "output/kernel": 1 };
    const found = await locate(steep, { sampling: false }, { images: Float32Array.of(1, 1) });
    expect(found).toEqual({ term: "gradient", layer: "mean" });
  });
});
