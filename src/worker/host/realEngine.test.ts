/** The host with the reference engine on the cpu backend: what plain engines cannot show. */
import { expect, it } from "vitest";
import { backendMemory } from "#/engine/backendMemory.ts";
import { createEngine } from "#/engine/createEngine.ts";
import { startNodeBackend } from "#/engine/testing/nodeBackend.ts";
import { testHost, tinyConfig } from "#/worker/host/testing/testHost.ts";

await startNodeBackend("cpu");

const config = tinyConfig({ training: { epochs: 40 }, optimizer: { learningRate: 1e-2 } });

function realHost() {
  return testHost({
    memory: backendMemory,
    build: (resolved, state, { objective, optimizer, training }) =>
      createEngine({ resolved, state, objective, optimizer, batch: training.batch }),
  });
}

it("learns, the same in one go as in parts across hosts", async () => {
  const whole = await realHost();
  await whole.start({ config });
  await whole.caller.request("train", { steps: 60 });
  const { reconstruction } = whole.curve();
  expect(reconstruction.at(-1)).toBeLessThan(0.95 * (reconstruction[0] ?? 0));

  const first = await realHost();
  await first.start({ config });
  await first.caller.request("train", { steps: 25 });
  const checkpoint = await first.caller.request("checkpoint", null);
  const second = await realHost();
  await second.start({ config, checkpoint });
  await second.caller.request("train", { steps: 35 });
  expect([...first.curve().reconstruction, ...second.curve().reconstruction]).toEqual(
    reconstruction,
  );
});

it("answers while it trains, and evaluates what adds up", async () => {
  const host = await realHost();
  await host.start({ config });
  const training = host.caller.request("train", { steps: 200 });
  const z = new Float32Array([0.5, -0.5]);
  const { images } = await host.caller.request("decode", { z, count: 1, raw: false, labels: null });
  const logits = await host.caller.request("decode", { z, count: 1, raw: true, labels: null });
  expect(images.every((p) => p > 0 && p < 1)).toBe(true);
  expect(logits.images).toHaveLength(4);
  await training;
  const figures = await host.caller.request("evaluate", {
    split: "test",
    limit: null,
    seed: 1,
    iwae: null,
  });
  expect(figures.klPerDimension.reduce((a, b) => a + b)).toBeCloseTo(figures.kl, 4);
  const frame = await host.caller.request("preview", { points: 4 });
  expect(frame.test.total).toBeGreaterThan(0);
  expect(frame.sheet.pixels.some((byte) => byte > 0)).toBe(true);
});

it("leaves no tensor behind when runs follow each other", async () => {
  const host = await realHost();
  const first = await host.start({ config });
  await host.caller.request("train", { steps: 10 });
  await host.caller.request("preview", { points: 4 });
  await host.start({ config });
  await host.caller.request("train", { steps: 10 });
  const last = await host.start({ config });
  expect(last.tensors).toBe(first.tensors);
  expect(last.bytes).toBe(first.bytes);
});

it("estimates by real steps that leave no trace", async () => {
  const host = await realHost();
  await host.start({ config });
  await host.caller.request("train", { steps: 10 });
  const before = await host.caller.request("checkpoint", null);
  const tensors = (await host.caller.request("diagnostics", null)).tensors;
  await host.caller.request("estimate", { of: "training" });
  await host.caller.request("estimate", { of: "iwae", samples: 10, images: 4 });
  expect(await host.caller.request("checkpoint", null)).toEqual(before);
  expect((await host.caller.request("diagnostics", null)).tensors).toBe(tensors);
});

it("counts each lane's own tensors, and frees them when it ends", async () => {
  const before = backendMemory();
  const host = await realHost();
  const [a, b] = [host.lane(0), host.lane(1)];
  const alone = await a.start({ config });
  const wider = { encoder: [{ kind: "dense", units: 16, activation: "relu" }] } as const;
  await b.start({ config: tinyConfig({ model: wider }) });
  await Promise.all([a, b].map((lane) => lane.caller.request("train", { steps: 8 })));
  await b.caller.request("preview", { points: 4 });
  const [first, second] = [
    await a.caller.request("diagnostics", null),
    await b.caller.request("diagnostics", null),
  ];
  expect({ tensors: first.tensors, bytes: first.bytes }).toEqual({
    tensors: alone.tensors,
    bytes: alone.bytes,
  });
  expect(second.bytes).toBeGreaterThan(first.bytes);
  expect(backendMemory().tensors).toBe(before.tensors + first.tensors + second.tensors);
  await b.caller.request("end", null);
  expect(backendMemory().tensors).toBe(before.tensors + first.tensors);
  await a.caller.request("end", null);
  expect(backendMemory()).toEqual(before);
});

it("learns the same beside another lane as alone", async () => {
  const alone = await realHost();
  await alone.start({ config });
  await alone.caller.request("train", { steps: 30 });
  const host = await realHost();
  const lanes = [0, 1, 2].map((id) => host.lane(id));
  const [, , third] = lanes;
  for (const lane of lanes) await lane.start({ config });
  await third?.start({ config: tinyConfig({ objective: { beta: 4 } }) });
  await Promise.all(lanes.map((lane) => lane.caller.request("train", { steps: 30 })));
  expect(lanes[1]?.curve()).toEqual(lanes[0]?.curve());
  expect(lanes[0]?.curve()).toEqual(alone.curve());
  expect(third?.curve().reconstruction).not.toEqual(alone.curve().reconstruction);
});
