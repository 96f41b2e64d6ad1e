/** Whose arrays a state is made of: what is exported may be moved to another thread. */
import { beforeAll, describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { freshState, resolved, testBatch } from "#/engine/testing/models.ts";
import { nodeBackends, startNodeBackend } from "#/engine/testing/nodeBackend.ts";

const batchNorm = { momentum: 0.9, epsilon: 1e-3 };
const block = { kind: "dense", units: 3, activation: "relu", batchNorm } as const;
const vae = resolved(
  { encoder: [block], decoder: [block], latent: 2, condition: "none", weightInit: "he" },
  [2, 2, 1],
);
const settings = { beta: 1, freeBits: 0, learningRate: 0.01, clip: 0 };

describe.each(nodeBackends)("a state on %s", (name) => {
  beforeAll(() => startNodeBackend(name));

  it("can be moved away: neither the model nor what it was given goes with it", async () => {
    const state = freshState(vae, 1);
    const given = structuredClone(state);
    using engine = await createEngine({
      resolved: vae,
      state: given,
      objective: firstConfig.objective,
      optimizer: firstConfig.optimizer,
      batch: 4,
    });
    const { images } = testBatch(vae, 2, 3);
    const seen = await engine.encode(images, 2, null);
    for (let turn = 0; turn < 2; turn++) {
      const { weights } = await engine.exportState();
      const buffers = Object.values(weights).map(({ values }) => values.buffer);
      structuredClone(weights, { transfer: [...buffers] });
      expect(given).toEqual(state);
      if (turn === 0) expect(await engine.encode(images, 2, null)).toEqual(seen);
      engine.step(testBatch(vae, 4, 2), settings);
      const [terms] = await engine.readTerms();
      expect(terms?.loss.total).toBeGreaterThan(0);
    }
    for (const { values } of Object.values((await engine.exportState()).weights)) {
      expect([...values].every(Number.isFinite)).toBe(true);
      expect(values.length).toBeGreaterThan(0);
    }
  });
});
