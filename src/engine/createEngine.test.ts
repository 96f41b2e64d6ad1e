import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { EngineError } from "#/core/fault.ts";
import { resolveVae } from "#/core/model/shapes.ts";
import { activations, type VaeSpec } from "#/core/model/spec.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { assertClose } from "#/engine/testing/check.ts";
import { conformanceChecks } from "#/engine/testing/conformance.ts";
import { denseModel, freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { slopes, toDouble } from "#/engine/testing/oracle.ts";

const activation = fc.constantFrom(...activations);
const filters = fc.record({
  filters: fc.integer({ min: 1, max: 3 }),
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 3 }),
  activation,
});
const conv = filters.map((block) => ({ kind: "conv", ...block }) as const);
const grow = filters.map((block) => ({ kind: "convTranspose", ...block }) as const);
const dense = fc
  .record({ units: fc.integer({ min: 1, max: 5 }), activation })
  .map((block) => ({ kind: "dense", ...block }) as const);
const map = fc
  .record({
    height: fc.constantFrom(1, 2),
    width: fc.constantFrom(1, 3),
    channels: fc.integer({ min: 1, max: 3 }),
    activation,
  })
  .map((block) => ({ kind: "denseToMap", ...block }) as const);

const spec: fc.Arbitrary<VaeSpec> = fc
  .record({
    convs: fc.array(conv, { maxLength: 2 }),
    denses: fc.array(dense, { maxLength: 1 }),
    decoder: fc.oneof(
      fc.array(dense, { maxLength: 1 }),
      fc.tuple(map, fc.array(grow, { maxLength: 1 })).map(([first, rest]) => [first, ...rest]),
    ),
    latent: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ convs, denses, decoder, latent }) => ({
    encoder: [...convs, ...denses],
    decoder,
    latent,
    weightInit: "pytorch",
  }));

describe.each(nodeBackends)("reference engine on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it.each(conformanceChecks)("$name", ({ run }) => run());

  it("has the reference's gradients for any layers that fit", async () => {
    await fc.assert(
      fc.asyncProperty(spec, fc.integer({ min: 0, max: 99 }), async (model, seed) => {
        const result = resolveVae(model, [6, 6, 2]);
        if (!result.ok) return;
        const vae = result.value;
        const state = freshState(vae, seed);
        const batch = testBatch(vae, 2, seed);
        using engine = await createEngine({ resolved: vae, state, optimizer: { epsilon: 1e-8 } });
        const probe = await engine.probe(batch, { beta: 1.5, learningRate: 0 });
        const expected = slopes(vae, toDouble(state.weights), batch, 1.5, 6);
        assertClose(
          expected.map((entry) => probe.gradients[entry.name]?.values[entry.index] ?? Number.NaN),
          expected.map((entry) => entry.value),
          5e-4,
          "gradients",
        );
      }),
      // A seed of its own: a kink of ReLU exactly at a difference's step would fail by bad luck.
      { numRuns: 60, seed: 11 },
    );
  });

  it("takes the widest latent space and one image", async () => {
    const vae = resolved({ ...denseModel, latent: 256 }, [4, 4, 1]);
    const state = freshState(vae, 1);
    using engine = await createEngine({ resolved: vae, state, optimizer: { epsilon: 1e-8 } });
    engine.step(testBatch(vae, 1, 1), { beta: 0, learningRate: 1e-3 });
    const [terms] = await engine.readTerms();
    expect(terms?.total).toBe(terms?.reconstruction);
    expect(await engine.readTerms()).toEqual([]);
  });

  it("refuses weights that do not fit, and keeps its own", async () => {
    const vae = resolved(denseModel, [4, 4, 1]);
    const state = freshState(vae, 1);
    using engine = await createEngine({ resolved: vae, state, optimizer: { epsilon: 1e-8 } });
    const { weights, optimizer } = state;
    const kernel = weights["mean/kernel"];
    if (kernel === undefined) throw new Error("no kernel");
    const incomplete = Object.fromEntries(
      Object.entries(weights).filter(([tensor]) => tensor !== "output/bias"),
    );
    const wrong = [
      { ...weights, stranger: kernel },
      incomplete,
      { ...weights, "mean/kernel": { ...kernel, shape: [1, 21] } },
      { ...weights, "mean/kernel": { ...kernel, values: kernel.values.map(() => Number.NaN) } },
    ];
    for (const bad of wrong) {
      const load = () => {
        engine.importState({ weights: bad, optimizer });
      };
      expect(load).toThrow(EngineError);
      expect(load).toThrow(expect.objectContaining({ code: "weights-invalid" }));
    }
    expect((await engine.exportState()).weights).toEqual(weights);
    await expect(
      createEngine({
        resolved: vae,
        state: { weights: incomplete, optimizer },
        optimizer: { epsilon: 1e-8 },
      }),
    ).rejects.toThrow("output/bias");
  });
});
