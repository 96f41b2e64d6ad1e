import { beforeAll, describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import { EngineError } from "#/core/fault.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { conformanceChecks } from "#/engine/testing/conformance.ts";
import { denseModel, freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";

const { objective, optimizer } = firstConfig;
const settings = { beta: 0, freeBits: 0, learningRate: 1e-3, clip: 0 };

describe.each(nodeBackends)("reference engine on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it.each(conformanceChecks("every"))("$name", ({ run }) => run());

  it("takes the widest latent space and one image", async () => {
    const vae = resolved({ ...denseModel, latent: 256 }, [4, 4, 1]);
    const state = freshState(vae, 1);
    using engine = await createEngine({ resolved: vae, state, objective, optimizer, batch: 3 });
    engine.step(testBatch(vae, 1, 1), settings);
    const [terms] = await engine.readTerms();
    expect(terms?.loss.total).toBe(terms?.loss.reconstruction);
    expect(await engine.readTerms()).toEqual([]);
  });

  it("refuses weights that do not fit, and keeps its own", async () => {
    const vae = resolved(denseModel, [4, 4, 1]);
    const state = freshState(vae, 1);
    using engine = await createEngine({ resolved: vae, state, objective, optimizer, batch: 3 });
    const { weights } = state;
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
        engine.importState({ ...state, weights: bad });
      };
      expect(load).toThrow(EngineError);
      expect(load).toThrow(expect.objectContaining({ code: "weights-invalid" }));
    }
    expect((await engine.exportState()).weights).toEqual(weights);
    await expect(
      createEngine({
        resolved: vae,
        state: { ...state, weights: incomplete },
        objective,
        optimizer,
        batch: 3,
      }),
    ).rejects.toThrow("output/bias");
  });
});
