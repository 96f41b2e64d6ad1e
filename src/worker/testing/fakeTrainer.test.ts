import { expect, it } from "vitest";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { createFakeTrainer } from "#/worker/testing/fakeTrainer.ts";
import { testConfig, testPreview } from "#/worker/testing/testConfig.ts";

async function started(patch: ExperimentPatch = {}) {
  const trainer = createFakeTrainer();
  const events: EngineEvent[] = [];
  trainer.subscribe((event) => events.push(event));
  await trainer.request("start", {
    runId: 1,
    config: testConfig(patch),
    live: [],
    checkpoint: null,
    engine: "auto",
    preview: testPreview(),
  });
  return { trainer, events };
}

it("trains when time is advanced, and only then", async () => {
  const { trainer, events } = await started();
  const done = trainer.request("train", { steps: 10 });
  await expect(trainer.request("train", { steps: 1 })).rejects.toMatchObject({ code: "busy" });
  trainer.advance(4);
  trainer.advance(100);
  expect((await done).step).toBe(10);
  const steps = events.flatMap((e) => (e.type === "metrics" ? [...e.batch.steps] : []));
  expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(events.at(-1)?.type).toBe("ended");
});

it("sends previews on credit alone, equal for equal steps", async () => {
  const { trainer, events } = await started();
  expect(trainer.sendPreview()).toBe(false);
  await trainer.request("creditPreview", null);
  expect(trainer.sendPreview()).toBe(true);
  await trainer.request("creditPreview", null);
  trainer.sendPreview();
  const [first, second] = events.flatMap((e) => (e.type === "preview" ? [e.frame] : []));
  expect(first).toEqual(second);
  expect(first?.sheet.pixels).toHaveLength(3 * 3 * 64);
});

it("fails on request and remembers calls", async () => {
  const { trainer } = await started();
  trainer.failNext("decode", { code: "device-lost", message: "m", hint: "h" });
  const params = { z: new Float32Array(2), count: 1, raw: false, labels: null };
  await expect(trainer.request("decode", params)).rejects.toMatchObject({ code: "device-lost" });
  expect((await trainer.request("decode", params)).images).toHaveLength(64);
  expect(trainer.calls.map((call) => call.method)).toEqual(["start", "decode", "decode"]);
});

it("runs a conditional model, validates every epoch and stops when patience ends", async () => {
  const { trainer, events } = await started({
    model: { condition: "label" },
    objective: { beta: -40, display: "autoscaled" },
    training: { validation: "epoch", patience: 1, epochs: 5 },
  });
  const z = new Float32Array(4);
  const labels = Uint8Array.of(1, 7);
  const done = trainer.request("train", { epochs: 5 });
  trainer.advance(1e6);
  const { images, figure } = await trainer.request("decode", { z, count: 2, raw: false, labels });
  expect(figure?.low).toBeLessThan(0);
  expect(images.subarray(0, 64)).not.toEqual(images.subarray(64));
  await done;
  const validation = events.flatMap((e) => (e.type === "metrics" ? e.batch.validation : []));
  expect(validation.length).toBeGreaterThan(0);
  const last = events.findLast((e) => e.type === "progress");
  expect(last?.progress).toMatchObject({ phase: "done" });
});

it("holds a question until it is let go, or aborted", async () => {
  const { trainer, events } = await started();
  const params = { split: "test", limit: null, seed: 1, iwae: null } as const;
  const release = trainer.hold("evaluate");
  const figures = trainer.request("evaluate", params);
  trainer.sendEvaluation({ stage: "elbo", done: 100, of: 1000 });
  expect(events.at(-1)).toMatchObject({
    type: "evaluation",
    progress: { partial: { images: 100, complete: false } },
  });
  release();
  expect(await figures).toMatchObject({ complete: true, bitsPerDimensionReason: "grey-pixels" });
  trainer.hold("evaluate");
  const abort = new AbortController();
  const cancelled = trainer.request("evaluate", params, { signal: abort.signal });
  abort.abort();
  await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
});
