/**
 * S5 in two lanes: the sigmoid in the output (A) and in the loss as one should write it (C) are one
 * model. From one seed, over the same batches and noise, they learn the same to rounding.
 */
import { expect, it } from "vitest";
import { variant } from "#/core/experiment/presets/base.ts";
import { presetConfig } from "#/core/experiment/presets.ts";
import { createDigitServer } from "#/data/testing/digits.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { testHost } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

const steps = 40;

it("A and C agree within a thousandth of a nat on unseen digits", { timeout: 60_000 }, async () => {
  await startNodeBackend("wasm");
  const host = await testHost({
    server: await createDigitServer(),
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });
  const lanes = (["mnist-sigmoid-a", "mnist-sigmoid-c"] as const).map((id, number) => {
    // Thirty times the published rate, so that something is learnt in a few steps.
    const config = variant(presetConfig(id), {
      data: { trainLimit: null },
      optimizer: { learningRate: 3e-3 },
    });
    return { config, lane: host.lane(number) };
  });
  for (const { config, lane } of lanes) {
    await lane.start({ config, preview: testPreview(config.model.latent) });
  }
  await Promise.all(lanes.map(({ lane }) => lane.caller.request("train", { steps })));

  const [a, c] = lanes.map(({ lane }) => lane.curve());
  expect(a?.steps).toEqual(c?.steps);
  expect(a?.steps).toHaveLength(steps);
  const apart = a?.reconstruction.map((nats, i) => Math.abs(nats - (c?.reconstruction[i] ?? 0)));
  expect(Math.max(...(apart ?? [Number.NaN]))).toBeLessThan(1e-3);

  const limited = { split: "test", limit: 500, seed: 1, iwae: null } as const;
  const figures = await Promise.all(
    lanes.map(({ lane }) => lane.caller.request("evaluate", limited)),
  );
  const [ofA = Number.NaN, ofC = Number.NaN] = figures.map(({ negativeElbo }) => negativeElbo ?? 0);
  // Learnt something: the mean image alone costs 206.
  expect(ofC).toBeLessThan(190);
  expect(Math.abs(ofA - ofC)).toBeLessThan(1e-3);
  for (const engine of host.engines) engine[Symbol.dispose]();
});
