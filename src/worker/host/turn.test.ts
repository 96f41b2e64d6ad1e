/** Training with an engine that makes its batches itself, as the page meets it. */
import { describe, expect, it } from "vitest";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import { type FedEngine, fedEngine } from "#/worker/host/testing/fedEngine.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";

const msPerStep = 0.5;

interface Fed {
  readonly host: TestHost;
  /** Steps that went off together, each time, of the first engine. */
  readonly submits: () => readonly number[];
}

async function fed(patch: ExperimentPatch = {}, breaks?: number): Promise<Fed> {
  const made: FedEngine[] = [];
  const clock = { step: () => {} };
  const host = await testHost({
    build(vae, state) {
      const engine = fedEngine(vae, state, {
        ...{ seed: 1, room: 12 },
        onStep: () => {
          clock.step();
        },
        ...(breaks === undefined ? {} : { breaks: { step: breaks, what: "loss" } as const }),
      });
      made.push(engine);
      return engine;
    },
  });
  clock.step = () => {
    host.clock.time += msPerStep;
  };
  await host.start({ config: tinyConfig(patch) });
  return { host, submits: () => made[0]?.submits ?? [] };
}

async function given(patch: ExperimentPatch = {}, breaks?: number): Promise<TestHost> {
  const host = await testHost({
    build: (vae, state) =>
      plainEngine(vae, state, {
        ...(breaks === undefined ? {} : { breaks: { step: breaks, what: "loss" } as const }),
      }),
  });
  await host.start({ config: tinyConfig(patch) });
  return host;
}

const noisy: ExperimentPatch = {
  data: { pixels: "binarise" },
  model: {
    encoder: [{ kind: "dense", units: 8, activation: "relu", dropout: 0.5 }],
    condition: "label",
  },
};

describe("an engine that makes its batches itself", () => {
  it("takes many steps a submit, with the curve of given batches", async () => {
    const { host, submits } = await fed(noisy);
    await host.caller.request("train", { steps: 200 });
    const other = await given(noisy);
    await other.caller.request("train", { steps: 200 });
    expect(host.curve()).toEqual(other.curve());
    expect(host.curve().steps).toHaveLength(200);
    expect(submits().reduce((a, b) => a + b, 0)).toBe(200);
    expect(Math.max(...submits())).toBe(12);
    expect(submits().length).toBeLessThan(60);
  });

  it("takes one step at a time until its pace is known, and while it trains slowly", async () => {
    const { host, submits } = await fed();
    await host.caller.request("setPace", { msBetweenSteps: 100 });
    await host.caller.request("train", { steps: 20 });
    expect(submits()).toEqual(new Array(20).fill(1));
  });

  it("ends a submit where somebody looks: at early pictures and at the end", async () => {
    const { host, submits } = await fed();
    await host.caller.request("train", { steps: 150 });
    let taken = 0;
    const ends = submits().map((count) => (taken += count));
    expect(ends).toEqual(expect.arrayContaining([1, 2, 4, 8, 16, 32, 64, 128, 150]));
    expect(ends.at(-1)).toBe(150);
    expect(Math.max(...submits())).toBeGreaterThan(8);
  });

  it("validates after every epoch, and takes no step beyond it before", async () => {
    const { host, submits } = await fed({ training: { validation: "epoch", epochs: 30 } });
    await host.caller.request("train", { steps: 60 });
    const validated = host.events.flatMap((event) =>
      event.type === "metrics" ? event.batch.validation.map(({ step }) => step) : [],
    );
    expect(validated).toEqual(Array.from({ length: 20 }, (_, i) => 3 * (i + 1)));
    expect(Math.max(...submits())).toBe(3);
  });

  it("finds the step at which a loss broke in the middle of a submit", async () => {
    const [{ host }, other] = [await fed({}, 70), await given({}, 70)];
    const failed = { code: "loss-not-finite", values: { step: 70, keptStep: 69 } };
    for (const each of [host, other]) {
      await expect(each.caller.request("train", { steps: 150 })).rejects.toMatchObject(failed);
    }
    expect(host.curve()).toEqual(other.curve());
    expect(host.curve().steps.at(-1)).toBe(69);
  });

  it("is given batches where images are sized: those are no bytes any more", async () => {
    const { host, submits } = await fed({ data: { size: "28" } });
    await host.caller.request("train", { steps: 9 });
    expect(host.curve().steps).toHaveLength(9);
    expect(submits()).toEqual([]);
  });
});

it("is given its batches where it cannot make them", async () => {
  const host = await testHost({
    build(vae, state) {
      const engine = fedEngine(vae, state, { seed: 1, room: 12 });
      return { ...engine, openFeed: () => Promise.reject(new Error("no memory for the images")) };
    },
  });
  await host.start({ config: tinyConfig(noisy) });
  await host.caller.request("train", { steps: 20 });
  const whole = await given(noisy);
  await whole.caller.request("train", { steps: 20 });
  expect(host.curve()).toEqual(whole.curve());
});
