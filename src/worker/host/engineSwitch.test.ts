/** A run that goes on with another training step, as the page meets it. */
import { describe, expect, it } from "vitest";
import type { EngineReport } from "#/core/backend/engine.ts";
import { fedEngine } from "#/worker/host/testing/fedEngine.ts";
import { plainEngine, type PlainEngine } from "#/worker/host/testing/plainEngine.ts";
import {
  testHost,
  tinyConfig,
  type TestHost,
  type TestLane,
} from "#/worker/host/testing/testHost.ts";

const config = tinyConfig({ training: { epochs: 200 } });

const told = ({ events }: TestLane): EngineReport[] =>
  events.flatMap((event) => (event.type === "engine" ? [event.report] : []));

/** Steps take time, so that the page hears of them while it trains. */
const passing = (host: () => TestHost) => () => {
  host().clock.time += 2;
};

async function wholeCurve(steps: number) {
  const host = await testHost();
  await host.start({ config, engine: "auto" });
  await host.caller.request("train", { steps });
  return host.curve();
}

describe("setEngine", () => {
  it("goes on in mid-run: each step once, the curve and the moments of one engine", async () => {
    const built: PlainEngine[] = [];
    const onStep = passing(() => host);
    const host = await testHost({
      unhurried: true,
      build(vae, state, _written, choice) {
        const engine = plainEngine(vae, state, { choice, onStep });
        built.push(engine);
        return engine;
      },
    });
    const info = await host.start({ config, engine: "auto" });
    expect(info.engine).toEqual({ kind: "compiled", reason: "fastest", words: "" });
    const training = host.caller.request("train", { steps: 300 });
    for (const [engine, from] of [
      ["reference", 40],
      ["compiled", 120],
    ] as const) {
      await expect.poll(() => host.curve().steps.length).toBeGreaterThan(from);
      const report = await host.caller.request("setEngine", { engine });
      expect(report).toEqual({ kind: engine, reason: "asked-for", words: "" });
    }
    expect(await training).toMatchObject({ step: 300, engine: "compiled" });
    expect(host.curve()).toEqual(await wholeCurve(300));
    expect(built.map(({ disposed }) => disposed)).toEqual([true, true, false]);
    expect(told(host).map(({ kind }) => kind)).toEqual(["compiled", "reference", "compiled"]);
    expect(await host.caller.request("diagnostics", null)).toMatchObject({
      engine: "compiled",
      engineReason: "asked-for",
    });
  });

  it("goes on where one engine makes its batches itself and the other is given them", async () => {
    const { seed } = config.training;
    const onStep = passing(() => host);
    const host = await testHost({
      unhurried: true,
      build: (vae, state, _written, choice) =>
        choice === "reference"
          ? plainEngine(vae, state, { onStep })
          : fedEngine(vae, state, { seed, room: 12, choice, onStep }),
    });
    await host.start({ config, engine: "auto" });
    const training = host.caller.request("train", { steps: 400 });
    for (const [engine, from] of [
      ["reference", 30],
      ["auto", 90],
    ] as const) {
      await expect.poll(() => host.curve().steps.length).toBeGreaterThan(from);
      await host.caller.request("setEngine", { engine });
    }
    await training;
    expect(host.curve()).toEqual(await wholeCurve(400));
    expect(told(host).map(({ kind }) => kind)).toEqual(["compiled", "reference", "compiled"]);
  });

  it("changes a run that rests, and tells what the steps to come cost", async () => {
    const host = await testHost();
    await host.start({ config, engine: "reference" });
    await host.caller.request("train", { steps: 30 });
    await host.caller.request("setEngine", { engine: "auto" });
    const progress = host.events.flatMap((event) =>
      event.type === "progress" ? [event.progress] : [],
    );
    // Of the new engine nothing is known yet.
    expect(progress.at(-1)).toMatchObject({ phase: "paused", step: 30, msPerStep: 0 });
    await host.caller.request("train", { steps: 30 });
    expect(host.curve()).toEqual(await wholeCurve(60));
  });

  it("keeps the engine it has where the other cannot be built, and says so", async () => {
    let refuses = false;
    const host = await testHost({
      unhurried: true,
      build(vae, state, _written, choice) {
        if (refuses) throw new Error("out of memory");
        return plainEngine(vae, state, { choice });
      },
    });
    await host.start({ config, engine: "auto" });
    const training = host.caller.request("train", { steps: 100 });
    await expect.poll(() => host.curve().steps.length).toBeGreaterThan(10);
    refuses = true;
    await expect(host.caller.request("setEngine", { engine: "reference" })).rejects.toMatchObject({
      code: "engine-kept",
      values: { reason: "out of memory" },
    });
    expect(await training).toMatchObject({ step: 100, engine: "compiled" });
    expect(host.curve()).toEqual(await wholeCurve(100));
  });

  it("changes one lane; the others keep theirs", async () => {
    const host = await testHost();
    const other = host.lane(1);
    await host.start({ config, engine: "auto" });
    await other.start({ config, engine: "auto" });
    await other.caller.request("setEngine", { engine: "reference" });
    const kinds = [host, other].map(async ({ caller }) => {
      return (await caller.request("diagnostics", null)).engine;
    });
    expect(await Promise.all(kinds)).toEqual(["compiled", "reference"]);
  });

  it("is asked for again where a device fails", async () => {
    const host = await testHost({ unhurried: true });
    await host.start({ config, engine: "auto" });
    await host.caller.request("setEngine", { engine: "reference" });
    const training = host.caller.request("train", { steps: 60 });
    await expect.poll(() => host.curve().steps.length).toBeGreaterThan(5);
    await host.caller.request("simulate", { fault: "device-lost" });
    expect(await training).toMatchObject({ step: 60, engine: "reference" });
    expect(told(host).at(-1)).toMatchObject({ kind: "reference", reason: "asked-for" });
    expect(host.engines).toHaveLength(3);
  });

  it("refuses while there is no run", async () => {
    const host = await testHost();
    await expect(host.caller.request("setEngine", { engine: "auto" })).rejects.toMatchObject({
      code: "not-ready",
    });
  });
});
