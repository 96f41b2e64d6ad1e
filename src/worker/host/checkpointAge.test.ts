/** How much a lost device could take along: what was learnt since the last checkpoint. */
import { describe, expect, it } from "vitest";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";

/** An engine whose steps and scores take this long on the test's clock. */
async function watched(times: { readonly step: number; readonly score?: number }) {
  /** Milliseconds of training that would be lost, had the device gone as each step or score ended. */
  const lost: number[] = [];
  /** When the first step began that no checkpoint has. */
  let from: number | null = null;
  const host: TestHost = await testHost({
    build(vae, state) {
      const engine = plainEngine(vae, state);
      const pass = (ms: number) => {
        host.clock.time += ms;
        if (from !== null) lost.push(host.clock.time - from);
      };
      return {
        ...engine,
        step(batch, settings) {
          from ??= host.clock.time;
          engine.step(batch, settings);
          pass(times.step);
        },
        score(batch) {
          pass(times.score ?? 0);
          return engine.score(batch);
        },
        exportState() {
          from = null;
          return engine.exportState();
        },
      };
    },
  });
  return { host, most: () => Math.max(0, ...lost) };
}

describe("a checkpoint is at most five seconds old", () => {
  for (const step of [1, 16, 700, 1600, 2400, 2999, 4900]) {
    it(`with steps of ${String(step)} ms`, async () => {
      const { host, most } = await watched({ step });
      await host.start();
      await host.caller.request("train", { steps: Math.min(9000, Math.ceil(30_000 / step)) });
      expect(most()).toBeLessThanOrEqual(5000);
    });
  }

  it("and a step that takes longer is all there is to lose", async () => {
    const { host, most } = await watched({ step: 8000 });
    await host.start();
    await host.caller.request("train", { steps: 4 });
    expect(most()).toBe(8000);
  });

  it("with pauses between steps", async () => {
    const { host, most } = await watched({ step: 10 });
    await host.start();
    await host.caller.request("setPace", { msBetweenSteps: 2000 });
    await host.caller.request("train", { steps: 20 });
    expect(most()).toBeLessThanOrEqual(5000);
  });

  it("also while a validation goes on", async () => {
    const { host, most } = await watched({ step: 500, score: 6000 });
    await host.start({ config: tinyConfig({ training: { validation: "epoch" } }) });
    await host.caller.request("train", { epochs: 4 });
    expect(most()).toBeLessThanOrEqual(5000);
  });

  it("without being written more often than every three seconds where steps are short", async () => {
    const { host } = await watched({ step: 10 });
    await host.start();
    const before = host.clock.time;
    await host.caller.request("train", { steps: 2000 });
    const seconds = (host.clock.time - before) / 1000;
    const written = host.events.filter(({ type }) => type === "checkpoint").length;
    expect(written).toBeLessThanOrEqual(seconds / 3 + 1);
  });
});
