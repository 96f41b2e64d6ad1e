/** A GPU device that goes away or fails, as the page meets it. */
import { describe, expect, it } from "vitest";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, type TestHost } from "#/worker/host/testing/testHost.ts";
import { faultsOf } from "#/worker/host/testing/told.ts";

describe("a lost device", () => {
  it("is replaced, and training goes on from the last checkpoint", async () => {
    const host = await testHost({ unhurried: true });
    await host.start();
    await host.caller.request("train", { steps: 10 });
    const training = host.caller.request("train", { steps: 300 });
    await expect.poll(() => host.curve().steps.length).toBeGreaterThan(20);
    await host.caller.request("simulate", { fault: "device-lost" });
    expect(await training).toMatchObject({ step: 310 });
    expect(host.rooms).toHaveLength(2);
    const reports = host.events.flatMap((event) =>
      event.type === "backend" ? [event.report] : [],
    );
    expect(reports).toMatchObject([{ reason: "device-lost" }]);
    expect(faultsOf(host)).toMatchObject([{ code: "device-lost", values: { on: "CPU" } }]);
    const { images } = await host.caller.request("decode", {
      z: new Float32Array(2),
      count: 1,
      raw: false,
      labels: null,
    });
    expect(images).toHaveLength(4);
  });

  it("is told apart from a fault of the job it broke", async () => {
    let host: TestHost | null = null;
    let broken = false;
    const built = await testHost({
      unhurried: true,
      build: (vae, state) => {
        const engine = plainEngine(vae, state);
        return {
          ...engine,
          readTerms() {
            if (broken) return engine.readTerms();
            broken = true;
            queueMicrotask(() => host?.rooms[0]?.lose());
            return Promise.reject(new DOMException("the device is lost", "AbortError"));
          },
        };
      },
    });
    host = built;
    await host.start();
    expect(await host.caller.request("train", { steps: 20 })).toMatchObject({ step: 20 });
    expect(host.rooms).toHaveLength(2);
    expect(host.curve().steps).toHaveLength(20);
  });

  it("is replaced by its like, and by another backend when that goes away too", async () => {
    const host = await testHost({ unhurried: true });
    await host.start();
    await host.caller.request("simulate", { fault: "device-lost" });
    await host.caller.request("train", { steps: 5 });
    await host.caller.request("simulate", { fault: "device-lost" });
    await host.caller.request("train", { steps: 5 });
    const gone = host.rooms.map(({ setback }) => setback?.gone.map((one) => one.backend));
    expect(gone).toEqual([undefined, [], ["cpu"]]);
    expect(host.curve().steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("may be lost again before the run is put back", async () => {
    let host: TestHost | null = null;
    let built = 0;
    const waiting = await testHost({
      unhurried: true,
      build: (vae, state) => {
        built++;
        if (built === 2) {
          host?.rooms[1]?.lose();
          throw new DOMException("the device is lost", "OperationError");
        }
        return plainEngine(vae, state);
      },
    });
    host = waiting;
    await host.start();
    const training = host.caller.request("train", { steps: 20 });
    await host.caller.request("simulate", { fault: "device-lost" });
    expect(await training).toMatchObject({ step: 20 });
    expect(host.rooms).toHaveLength(3);
    expect(built).toBe(3);
  });
});

describe("a device that refuses a command", () => {
  it("is not believed any more: its answers are dropped, the run goes back to its checkpoint", async () => {
    let host: TestHost | null = null;
    let garbage = false;
    const built = await testHost({
      unhurried: true,
      build: (vae, state) => {
        const engine = plainEngine(vae, state);
        if ((host?.rooms.length ?? 0) > 1) return engine;
        return {
          ...engine,
          async exportState() {
            const saved = await engine.exportState();
            if (!garbage) return saved;
            await host?.caller.request("simulate", { fault: "validation-error" });
            return { ...saved, optimizer: { steps: 999, moments: {} } };
          },
        };
      },
    });
    host = built;
    await host.start();
    await host.caller.request("train", { steps: 9 });
    garbage = true;
    expect(await host.caller.request("train", { steps: 3 })).toMatchObject({ step: 12 });
    expect(host.rooms[1]?.setback).toEqual({
      fault: "validation-error",
      gone: [],
      refused: "on purpose",
    });
    expect(faultsOf(host)).toMatchObject([{ code: "validation-error", values: { on: "CPU" } }]);
    const { optimizerSteps, step } = await host.caller.request("checkpoint", null);
    expect({ optimizerSteps, step }).toEqual({ optimizerSteps: 12, step: 12 });
  });
});

describe("a device without memory", () => {
  it("is left for the next backend, and those who asked are told", async () => {
    const host = await testHost({ unhurried: true });
    await host.start();
    const training = host.caller.request("train", { steps: 40 });
    const evaluation = host.caller.request("evaluate", {
      split: "test",
      limit: null,
      seed: 1,
      iwae: null,
    });
    await host.caller.request("simulate", { fault: "out-of-memory" });
    await evaluation.catch(() => null);
    expect(await training).toMatchObject({ step: 40 });
    expect(host.rooms[1]?.setback?.gone).toEqual([{ backend: "cpu", reason: "out-of-memory" }]);
    expect(faultsOf(host).map(({ code }) => code)).toEqual(["out-of-memory"]);
  });
});
