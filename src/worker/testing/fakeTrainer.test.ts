import { expect, it } from "vitest";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { createFakeTrainer } from "#/worker/testing/fakeTrainer.ts";
import { testConfig, testPreview } from "#/worker/testing/testConfig.ts";

async function started() {
  const trainer = createFakeTrainer();
  const events: EngineEvent[] = [];
  trainer.subscribe((event) => events.push(event));
  await trainer.request("start", {
    runId: 1,
    config: testConfig(),
    live: [],
    checkpoint: null,
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
  const params = { z: new Float32Array(2), count: 1, raw: false };
  await expect(trainer.request("decode", params)).rejects.toMatchObject({ code: "device-lost" });
  expect((await trainer.request("decode", params)).images).toHaveLength(64);
  expect(trainer.calls.map((call) => call.method)).toEqual(["start", "decode", "decode"]);
});
