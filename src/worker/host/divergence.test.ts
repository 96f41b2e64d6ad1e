/** A loss that is no number, as the page meets it: what is kept, what is said, and going on. */
import { describe, expect, it } from "vitest";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { plainEngine, type PlainEngineOptions } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";

const breaking = (breaks: PlainEngineOptions["breaks"]) =>
  testHost({
    build: (vae, state) => plainEngine(vae, state, breaks === undefined ? {} : { breaks }),
  });

const faults = (host: TestHost) =>
  host.events.flatMap((event) => (event.type === "error" ? [event.fault] : []));

const checkpoints = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === "checkpoint" ? [event.checkpoint] : []));

const config = tinyConfig({
  data: { pixels: "binarise" },
  model: {
    condition: "label",
    decoder: [{ kind: "dense", units: 8, activation: "relu", dropout: 0.5 }],
  },
  objective: { annealing: "linear", annealingSteps: 20 },
});
const live = [{ step: 6, field: "optimizer.learningRate", value: 0.01 }] as const;

/** The weights of an undisturbed run after so many steps. */
async function weightsAfter(steps: number) {
  const host = await testHost();
  await host.start({ config, live });
  await host.caller.request("train", { steps });
  return host.caller.request("weights", null);
}

describe("a loss that is no number", () => {
  it("stops training at that step and keeps the step before, reached again exactly", async () => {
    const host = await breaking({ step: 13, what: "loss" });
    await host.start({ config, live });
    await host.caller.request("train", { steps: 4 });
    await expect(host.caller.request("train", { steps: 40 })).rejects.toMatchObject({
      code: "loss-not-finite",
      values: { step: 13, keptStep: 12, term: "reconstruction", layer: "output" },
    });
    expect(faults(host)).toHaveLength(1);
    expect(faults(host)[0]?.message).toContain("reconstruction");
    expect(checkpoints(host.events).at(-1)?.step).toBe(12);
    expect(await host.caller.request("weights", null)).toEqual(await weightsAfter(12));
    // What was told before is told once.
    expect(host.curve().steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const last = host.events.findLast((event) => event.type === "progress");
    expect(last?.progress).toMatchObject({ phase: "stopped", step: 12 });
  });

  it("keeps a step earlier where the weights broke before the loss showed it", async () => {
    const host = await breaking({ step: 12, what: "weights" });
    await host.start({ config, live });
    await expect(host.caller.request("train", { steps: 40 })).rejects.toMatchObject({
      values: { step: 13, keptStep: 11, term: "gradient", layer: "encoder/0" },
    });
    expect(await host.caller.request("weights", null)).toEqual(await weightsAfter(11));
  });

  it("lets training go on from there", async () => {
    let breaks: PlainEngineOptions["breaks"] = { step: 7, what: "loss" };
    const host = await testHost({
      build: (vae, state) =>
        plainEngine(vae, state, {
          get breaks() {
            return breaks;
          },
        }),
    });
    await host.start({ config });
    await expect(host.caller.request("train", { steps: 40 })).rejects.toThrow();
    breaks = undefined;
    await host.caller.request("setLive", { field: "optimizer.learningRate", value: 0.0015 });
    expect(await host.caller.request("train", { steps: 4 })).toMatchObject({ step: 10 });
  });

  it("forgets the validations it went back over when a device is lost on the way", async () => {
    let taken = 0;
    const host: TestHost = await testHost({
      unhurried: true,
      build: (vae, state) =>
        plainEngine(vae, state, {
          breaks: { step: 13, what: "loss" },
          onStep() {
            // 13 steps, and the last of the six that are taken again.
            if (++taken === 19) setTimeout(() => host.rooms[0]?.lose(), 0);
          },
        }),
    });
    await host.caller.request("setPace", { msBetweenSteps: 1 });
    await host.start({ config: tinyConfig({ training: { validation: "epoch" } }) });
    await host.caller.request("train", { steps: 4 });
    const { validation } = await host.caller.request("checkpoint", null);
    await expect(host.caller.request("train", { steps: 9 })).rejects.toThrow();
    expect(host.rooms).toHaveLength(2);
    expect(await host.caller.request("checkpoint", null)).toMatchObject({ step: 6, validation });
  });

  it("keeps the last checkpoint where images of the way back are gone", async () => {
    const host = await breaking({ step: 13, what: "loss" });
    host.server.answer(1, () => new Response(null, { status: 404 }));
    await host.start({ config });
    await host.caller.request("train", { steps: 4 });
    await expect(host.caller.request("train", { steps: 40 })).rejects.toMatchObject({
      values: { step: 13, keptStep: 4, term: "reconstruction", layer: "loss" },
    });
  });

  it("names what breaks in a single step on given images, which is not taken", async () => {
    const host = await breaking({ step: 3, what: "loss" });
    await host.start({ config });
    await host.caller.request("train", { steps: 2 });
    const images = new Float32Array(4).fill(0.5);
    const labels = Uint8Array.of(1);
    const one = { images, epsilon: new Float32Array(2), count: 1, labels };
    await expect(host.caller.request("applyStep", one)).rejects.toMatchObject({
      values: { step: 3, keptStep: 2, term: "reconstruction", layer: "output" },
    });
  });

  it("does not take a single step that leaves weights that are no numbers", async () => {
    const host = await breaking({ step: 3, what: "weights" });
    await host.start({ config });
    await host.caller.request("train", { steps: 2 });
    const before = await host.caller.request("checkpoint", null);
    const images = new Float32Array(4).fill(0.5);
    const labels = Uint8Array.of(1);
    const one = { images, epsilon: new Float32Array(2), count: 1, labels };
    await expect(host.caller.request("applyStep", one)).rejects.toMatchObject({
      values: { step: 3, keptStep: 2, term: "gradient", layer: "encoder/0" },
    });
    expect(await host.caller.request("checkpoint", null)).toEqual(before);
    // What follows is the third step; nothing was told of the one that was not taken.
    await host.caller.request("train", { steps: 1 });
    expect(host.curve().steps).toEqual([1, 2, 3]);
  });
});
