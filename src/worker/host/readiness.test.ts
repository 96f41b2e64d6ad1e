/** Live changes that call for kernels which are not compiled yet, as the page meets them. */
import { expect, it, vi } from "vitest";
import type { LiveChange } from "#/core/experiment/config.ts";
import { fedEngine, type FedEngine } from "#/worker/host/testing/fedEngine.ts";
import { plainEngine, type PlainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestLane } from "#/worker/host/testing/testHost.ts";

const config = tinyConfig({ training: { epochs: 200 } });

/** A compiler that ends when the test says so, and engines that need it. */
async function compiling() {
  const built: PlainEngine[] = [];
  const calls: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const host = await testHost({
    unhurried: true,
    build(vae, state, { optimizer }, choice, refused) {
      const compile = () =>
        new Promise<void>((resolve, reject) => {
          calls.push({ resolve, reject });
        });
      const { clip } = optimizer;
      const compiles = choice !== "reference" && refused === null;
      const onStep = () => {
        host.clock.time += 4;
      };
      const options = { choice, clip, refused, onStep, ...(compiles ? { compile } : {}) };
      const engine = plainEngine(vae, state, options);
      built.push(engine);
      return engine;
    },
  });
  await host.start({ config, engine: "auto" });
  return { host, built, calls };
}

async function wholeCurve(steps: number, live: readonly LiveChange[]) {
  const host = await testHost();
  await host.start({ config, live });
  await host.caller.request("train", { steps });
  return host.curve();
}

const clipBy = ({ caller }: TestLane, value: number) =>
  caller.request("setLive", { field: "optimizer.clip", value });

const stepOf = async ({ caller }: TestLane) => (await caller.request("checkpoint", null)).step;

it("waits for the compiler, and answers meanwhile; other lanes train on", async () => {
  const { host, calls } = await compiling();
  const other = host.lane(1);
  await other.start({ config, engine: "reference" });
  const training = host.caller.request("train", { steps: 400 });
  await expect.poll(() => host.curve().steps.length).toBeGreaterThan(5);
  const change = await clipBy(host, 1);
  await expect.poll(() => calls.length).toBe(1);
  const at = await stepOf(host);
  expect(at).toBeGreaterThanOrEqual(change.step);
  expect(await other.caller.request("train", { steps: 150 })).toMatchObject({ step: 150 });
  expect(await stepOf(host)).toBe(at);
  calls[0]?.resolve();
  await training;
  expect(host.curve()).toEqual(await wholeCurve(400, [change]));
  // Both ways are there now.
  const back = await clipBy(host, 0);
  await host.caller.request("train", { steps: 30 });
  expect(host.curve()).toEqual(await wholeCurve(430, [change, back]));
  expect(calls).toHaveLength(1);
});

it("goes on without kernels where they do not compile, and says why", async () => {
  const { host, built, calls } = await compiling();
  const training = host.caller.request("train", { steps: 400 });
  await expect.poll(() => host.curve().steps.length).toBeGreaterThan(5);
  const change = await clipBy(host, 1);
  await expect.poll(() => calls.length).toBe(1);
  calls[0]?.reject(new Error("clip: line 3: unresolved type"));
  expect(await training).toMatchObject({ step: 400 });
  expect(host.curve()).toEqual(await wholeCurve(400, [change]));
  const report = host.events.findLast(({ type }) => type === "engine");
  expect(report).toMatchObject({
    report: {
      kind: "reference",
      reason: "does-not-compile",
      words: "clip: line 3: unresolved type",
    },
  });
  expect(built.map(({ disposed }) => disposed)).toEqual([true, false]);
  expect(host.events.filter(({ type }) => type === "error")).toEqual([]);
});

it("pauses at once, and takes up what is being compiled when it goes on", async () => {
  const { host, calls } = await compiling();
  const training = host.caller.request("train", { steps: 400 });
  await expect.poll(() => host.curve().steps.length).toBeGreaterThan(5);
  const change = await clipBy(host, 1);
  await expect.poll(() => calls.length).toBe(1);
  await host.caller.request("pause", null);
  const { step } = await training;
  calls[0]?.resolve();
  await host.caller.request("train", { steps: 400 });
  expect(host.curve()).toEqual(await wholeCurve(step + 400, [change]));
});

it("leaves an engine alone whose run ended while it compiled", async () => {
  const { host, built, calls } = await compiling();
  const training = host.caller.request("train", { steps: 400 });
  await expect.poll(() => host.curve().steps.length).toBeGreaterThan(5);
  await clipBy(host, 1);
  await expect.poll(() => calls.length).toBe(1);
  await host.start({ runId: 2, config, engine: "auto" });
  await training;
  const [ended] = built;
  if (ended === undefined) throw new Error("no engine");
  const asked = vi.spyOn(ended, "exportState");
  calls[0]?.reject(new Error("the engine was disposed"));
  expect(await host.caller.request("train", { steps: 20 })).toMatchObject({ step: 20 });
  expect(asked).not.toHaveBeenCalled();
  expect(built).toHaveLength(2);
});

it("goes on elsewhere where the device is lost while it compiles", async () => {
  const { host, calls } = await compiling();
  const training = host.caller.request("train", { steps: 400 });
  await expect.poll(() => host.curve().steps.length).toBeGreaterThan(5);
  await clipBy(host, 1);
  await expect.poll(() => calls.length).toBe(1);
  await host.caller.request("simulate", { fault: "device-lost" });
  calls[0]?.reject(new Error("the device is lost"));
  const released = setInterval(() => calls.at(-1)?.resolve(), 1);
  expect(await training).toMatchObject({ step: 400 });
  clearInterval(released);
  const report = host.events.findLast(({ type }) => type === "engine");
  expect(report).toMatchObject({ report: { kind: "compiled" } });
});

it("lets a single step and an estimate wait too", async () => {
  const { host, calls } = await compiling();
  await clipBy(host, 1);
  const estimate = host.caller.request("estimate", { of: "training" });
  await expect.poll(() => calls.length).toBe(1);
  calls[0]?.resolve();
  expect((await estimate).msPerStep).toBeGreaterThanOrEqual(0);
  await host.caller.request("setEngine", { engine: "compiled" });
  await clipBy(host, 0);
  const single = host.caller.request("applyStep", {
    ...{ images: new Float32Array(4), epsilon: new Float32Array(2), count: 1, labels: null },
  });
  await expect.poll(() => calls.length).toBe(2);
  calls[1]?.resolve();
  expect(await single).toMatchObject({ step: 1 });
});

it("ends a submit where the next step has nothing compiled for it", async () => {
  const made: FedEngine[] = [];
  const host = await testHost({
    build(vae, state, _written, choice) {
      const compile = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
      const onStep = () => {
        host.clock.time += 0.5;
      };
      const { seed } = config.training;
      const engine = fedEngine(vae, state, { seed, room: 12, choice, compile, onStep });
      made.push(engine);
      return engine;
    },
  });
  const live: LiveChange[] = [{ step: 50, field: "optimizer.clip", value: 1 }];
  await host.start({ config, live, engine: "auto" });
  await host.caller.request("train", { steps: 90 });
  let taken = 0;
  expect(made[0]?.submits.map((count) => (taken += count))).toContain(50);
  expect(Math.max(...(made[0]?.submits ?? []))).toBeGreaterThan(8);
  expect(host.curve()).toEqual(await wholeCurve(90, live));
});
