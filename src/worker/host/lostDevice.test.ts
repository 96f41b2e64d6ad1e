/** A GPU device that goes away, as the page meets it. */
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
    expect(faultsOf(host)).toMatchObject([{ code: "device-lost" }]);
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
});
