/** Training as the page meets it: the whole host over a port, on the tiny set, with plain engines. */
import { describe, expect, it } from "vitest";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";

type EventOf<T extends EngineEvent["type"]> = Extract<EngineEvent, { type: T }>;

function eventsOf<T extends EngineEvent["type"]>(host: TestHost, type: T): EventOf<T>[] {
  return host.events.filter((event): event is EventOf<T> => event.type === type);
}

const phases = (host: TestHost) => eventsOf(host, "progress").map((e) => e.progress.phase);

describe("train", () => {
  it("takes the steps it is asked for and says how they went", async () => {
    const host = await testHost();
    await host.start();
    const summary = await host.caller.request("train", { epochs: 2 });
    expect(summary).toMatchObject({ step: 6, epoch: 2, backend: "cpu", engine: "reference" });
    expect(host.curve().steps).toEqual([1, 2, 3, 4, 5, 6]);
    const mean = host.curve().reconstruction.reduce((a, b) => a + b) / 6;
    expect(summary.perImage.reconstruction).toBeCloseTo(mean, 4);
    expect(summary.loss.reconstruction).toBeCloseTo(2 * mean, 4);
    expect(phases(host)).toEqual(expect.arrayContaining(["ready", "training", "done"]));
    expect(eventsOf(host, "ended")).toHaveLength(1);
    expect(eventsOf(host, "checkpoint").at(-1)?.checkpoint.step).toBe(6);
    expect(eventsOf(host, "metrics").at(-1)?.batch.imagesSeen.at(-1)).toBe(20);
  });

  it("refuses to train twice at once, and to train before a start", async () => {
    const host = await testHost();
    await expect(host.caller.request("train", { steps: 1 })).rejects.toMatchObject({
      code: "not-ready",
    });
    await host.start();
    const first = host.caller.request("train", { steps: 50 });
    await expect(host.caller.request("train", { steps: 1 })).rejects.toMatchObject({
      code: "busy",
    });
    await expect(first).resolves.toMatchObject({ step: 50 });
    await expect(host.caller.request("train", { steps: 0 })).rejects.toMatchObject({
      code: "field-invalid",
    });
  });

  it("reports at most ten times a second, whatever the steps", async () => {
    const host = await testHost({ msPerStep: 2 });
    await host.start();
    const before = host.clock.time;
    await host.caller.request("train", { steps: 500 });
    const seconds = (host.clock.time - before) / 1000;
    expect(host.curve().steps).toHaveLength(500);
    expect(eventsOf(host, "metrics").length).toBeLessThanOrEqual(10 * seconds + 2);
    expect(eventsOf(host, "metrics").length).toBeGreaterThan(5);
  });

  it("paused and resumed gives the curve of an uninterrupted run, bit for bit", async () => {
    const whole = await testHost();
    await whole.start();
    await whole.caller.request("train", { steps: 60 });

    const parts = await testHost();
    await parts.start();
    const first = parts.caller.request("train", { steps: 60 });
    await expect.poll(() => parts.events.some((e) => e.type === "metrics")).toBe(true);
    const { phase, step } = await parts.caller.request("pause", null);
    expect((await first).step).toBe(step);
    expect(phase).toBe(step === 60 ? "done" : "paused");
    if (step < 60) await parts.caller.request("train", { steps: 60 - step });
    expect(parts.curve()).toEqual(whole.curve());
  });

  it("goes on from a checkpoint exactly, in another host", async () => {
    const whole = await testHost();
    await whole.start();
    await whole.caller.request("train", { steps: 40 });

    const first = await testHost();
    await first.start();
    await first.caller.request("train", { steps: 17 });
    const checkpoint = await first.caller.request("checkpoint", null);
    const second = await testHost();
    const info = await second.start({ checkpoint });
    expect(info.progress).toMatchObject({ phase: "paused", step: 17 });
    await second.caller.request("train", { steps: 23 });
    expect([...first.curve().reconstruction, ...second.curve().reconstruction]).toEqual(
      whole.curve().reconstruction,
    );
  });

  it("replays live changes at their steps", async () => {
    const live = await testHost();
    await live.start();
    await live.caller.request("train", { steps: 10 });
    const change = await live.caller.request("setLive", { field: "objective.beta", value: 4 });
    expect(change).toEqual({ step: 10, field: "objective.beta", value: 4 });
    await live.caller.request("train", { steps: 10 });

    const replayed = await testHost();
    await replayed.start({ live: [change] });
    await replayed.caller.request("train", { steps: 20 });
    expect(replayed.curve()).toEqual(live.curve());
    const beta = eventsOf(replayed, "metrics").flatMap((e) => [...e.batch.beta]);
    expect(beta.slice(8, 12)).toEqual([1, 1, 4, 4]);
    await expect(
      live.caller.request("setLive", { field: "optimizer.learningRate", value: -1 }),
    ).rejects.toMatchObject({ code: "field-invalid" });
  });

  it("follows a changed number of epochs when it was headed for the planned end", async () => {
    const host = await testHost();
    await host.start({ config: tinyConfig({ training: { epochs: 20 } }) });
    const done = host.caller.request("train", { epochs: 20 });
    await host.caller.request("setLive", { field: "training.epochs", value: 30 });
    expect((await done).step).toBe(90);
  });

  it("ends the old run when another starts", async () => {
    const host = await testHost();
    await host.start();
    const old = host.caller.request("train", { steps: 1e6 });
    await expect.poll(() => host.curve().steps.length).toBeGreaterThan(0);
    await host.start({ runId: 2 });
    await expect(old).resolves.toMatchObject({ backend: "cpu" });
    expect(eventsOf(host, "progress").at(-1)).toMatchObject({ runId: 2, progress: { step: 0 } });
    await host.caller.request("train", { steps: 3 });
    expect(eventsOf(host, "metrics").at(-1)?.runId).toBe(2);
  });

  it("waits between steps when asked to go slowly", async () => {
    const host = await testHost({ msPerStep: 1 });
    await host.start();
    await host.caller.request("setPace", { msBetweenSteps: 1000 });
    const before = host.clock.time;
    await host.caller.request("train", { steps: 4 });
    expect(host.clock.time - before).toBeGreaterThanOrEqual(4000);
    expect(eventsOf(host, "metrics").length).toBeGreaterThanOrEqual(4);
  });

  it.each([0, 1, 2, 3])(
    "goes on exactly when the device is lost between steps (%i)",
    async (at) => {
      const whole = await testHost();
      await whole.start();
      await whole.caller.request("train", { steps: 40 });

      const host = await testHost();
      await host.start();
      await host.caller.request("train", { steps: 10 });
      const { clock } = host;
      const breathe = clock.breathe.bind(clock);
      let breaths = 0;
      clock.breathe = () => {
        if (++breaths === 6 + at) host.rooms[0]?.lose();
        return breathe();
      };
      await host.caller.request("train", { steps: 30 });
      expect(host.rooms).toHaveLength(2);
      for (const { batch } of eventsOf(host, "metrics")) {
        expect([...batch.steps]).toEqual([...batch.steps].sort((a, b) => a - b));
        expect(new Set(batch.steps).size).toBe(batch.steps.length);
      }
      const { steps, reconstruction } = host.curve();
      const last = new Map(steps.map((step, i) => [step, reconstruction[i]]));
      expect([...last.values()]).toEqual(whole.curve().reconstruction);
      expect(eventsOf(host, "checkpoint").at(-1)?.checkpoint.step).toBe(40);
    },
  );

  it("breaks when told to", async () => {
    const host = await testHost();
    await host.start();
    await host.caller.request("simulate", { fault: "worker-crash" });
    expect(host.crashes).toHaveLength(1);
  });
});
