/** Published systems, whole, through the host and the reference engine: a few steps on tiny images. */
import { describe, expect, it } from "vitest";
import type { ExperimentConfig, PresetId } from "#/core/experiment/config.ts";
import { variant } from "#/core/experiment/presets/base.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { testHost } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

await startNodeBackend("wasm");

async function hostOf(config: ExperimentConfig) {
  const host = await testHost({
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });
  const preview = { ...testPreview(config.model.latent), samplesSeed: 1 };
  await host.start({ config, preview });
  return host;
}

/** The preset on the tiny set, in the size it is written for. */
function tiny(id: PresetId): ExperimentConfig {
  return variant(presetConfig(id), {
    data: { set: "tiny", size: "28", trainLimit: null },
    training: { batch: 5, validation: "epoch" },
  });
}

describe.each(["mnist-cvae-20", "mnist-conv-2d", "mnist-sigmoid-b", "fashion-ae-20"] as const)(
  "%s",
  (id) => {
    it("trains, validates, evaluates and shows itself in the same terms", async () => {
      const config = tiny(id);
      const host = await hostOf(config);
      const { loss } = await host.caller.request("train", { steps: 2 });
      expect(Number.isFinite(loss.total)).toBe(true);
      const params = { split: "test", limit: null, seed: 1, iwae: null } as const;
      const figures = await host.caller.request("evaluate", params);
      const validation = host.events.flatMap((event) =>
        event.type === "metrics" ? event.batch.validation : [],
      );
      expect(validation).toHaveLength(1);
      const written = figures.trainingLoss;
      expect(written.total).toBeCloseTo(
        written.reconstruction + config.objective.beta * written.kl,
        4,
      );
      // Another ε, the same KL.
      expect(validation[0]?.loss.kl).toBeCloseTo(written.kl, 3);
      const frame = await host.caller.request("preview", { points: 4 });
      expect(frame.test.kl).toBeCloseTo(figures.kl, 3);
      expect(frame.strip).toHaveLength(4 * 784);
    });
  },
);

it("traces a loss that is no number to its term and layer", async () => {
  const config = variant(tiny("mnist-dense-2"), {
    objective: { sigmoid: "output", guard: "none" },
    optimizer: { learningRate: 1 },
  });
  const host = await hostOf(config);
  const broken = host.caller.request("train", { steps: 200 });
  await expect(broken).rejects.toMatchObject({ code: "loss-not-finite" });
  const fault = host.events.flatMap((event) => (event.type === "error" ? [event.fault] : []))[0];
  const { step, keptStep, term, layer } = fault?.values ?? {};
  expect(Number(step) - Number(keptStep)).toBeGreaterThanOrEqual(1);
  expect(Number(step) - Number(keptStep)).toBeLessThanOrEqual(2);
  expect(["reconstruction", "kl", "gradient"]).toContain(term);
  expect(String(layer)).not.toBe("");
  const weights = Object.values(await host.caller.request("weights", null));
  expect(weights.every(({ values }) => values.every(Number.isFinite))).toBe(true);
});
