/** What the lanes of one host share, and what they do not, with plain engines on the tiny set. */
import { describe, expect, it } from "vitest";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import type { StoredSource } from "#/engine/feed.ts";
import { fedEngine } from "#/worker/host/testing/fedEngine.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestLane } from "#/worker/host/testing/testHost.ts";
import { faultsOf, learntAlone, soon, typesOf } from "#/worker/host/testing/told.ts";

const twin = tinyConfig({ data: { set: "twin" } });

describe("a worker with several lanes", () => {
  it("keeps its backend, and every run, when another lane asks for it", async () => {
    const host = await testHost();
    await host.start();
    await host.caller.request("train", { steps: 3 });
    const { baseUrl: dataUrl } = host.server;
    const report = await host
      .lane(1)
      .caller.request("initialise", { dataUrl, wasmUrl: "", backend: "cpu" });
    expect(report.backend).toBe("cpu");
    expect(host.rooms).toHaveLength(1);
    expect(await host.caller.request("train", { steps: 3 })).toMatchObject({ step: 6 });
  });

  it("ends every run when it is asked for another backend", async () => {
    const host = await testHost();
    await host.start();
    const { baseUrl: dataUrl } = host.server;
    await host.lane(1).caller.request("initialise", { dataUrl, wasmUrl: "", backend: "wasm" });
    expect(host.rooms).toHaveLength(2);
    await expect(host.caller.request("train", { steps: 3 })).rejects.toMatchObject({
      code: "not-ready",
    });
  });

  it("keeps questions, pace and runs of the lanes apart", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(2)];
    await a.start();
    await expect(b.caller.request("weights", null)).rejects.toMatchObject({ code: "not-ready" });
    await b.start({ runId: 7, config: tinyConfig({ training: { seed: 5 } }) });
    await a.caller.request("train", { steps: 4 });
    expect(typesOf(b)).not.toContain("metrics");
    const z = Float32Array.of(1, 0);
    const decode = { z, count: 1, raw: false, labels: null };
    expect((await a.caller.request("decode", decode)).step).toBe(4);
    expect((await b.caller.request("decode", decode)).step).toBe(0);
    expect(b.events.every((event) => event.runId === 7)).toBe(true);
  });

  it("fetches a set once for all, and keeps it until the last lane has ended", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(1)];
    await Promise.all([a.start(), b.start()]);
    const train = (lane: TestLane) => lane.caller.request("train", { epochs: 1 });
    await Promise.all([train(a), train(b)]);
    const files = host.server.asked.length;
    expect(new Set(host.server.asked).size).toBe(files);
    await a.caller.request("end", null);
    await train(b);
    await a.start();
    await train(a);
    expect(host.server.asked).toHaveLength(files);
    for (const lane of [a, b]) await lane.caller.request("end", null);
    await a.start();
    await train(a);
    expect(host.server.asked.length).toBeGreaterThan(files);
  });

  it("feeds engines on one set from one source, and on another set from another", async () => {
    const sources: StoredSource[] = [];
    const host = await testHost({
      build(vae, state, { training }) {
        const fed = fedEngine(vae, state, { seed: training.seed, room: 4 });
        return {
          ...fed,
          openFeed(plan) {
            sources.push(plan.images.source);
            return fed.openFeed?.(plan) ?? Promise.reject(new Error("it cannot be fed"));
          },
        };
      },
    });
    for (const [id, data] of [{}, { trainLimit: 6 }, { set: "twin" }].entries()) {
      await host.lane(id).start({ config: tinyConfig({ data }) });
      await host.lane(id).caller.request("train", { steps: 3 });
    }
    const [first, fewer, other] = sources;
    expect(fewer).toBe(first);
    expect(other).not.toBe(first);
  });

  it("counts with each lane's bytes what its engine keeps beside tensors", async () => {
    let built = 0;
    const host = await testHost({
      build: (vae, state) => ({
        ...plainEngine(vae, state),
        ...{ hostBytes: 30, deviceBytes: built++ === 0 ? 4000 : 500 },
      }),
    });
    const [a, b] = [host.lane(0), host.lane(1)];
    expect(await a.start()).toMatchObject({ tensors: 0, bytes: 4030 });
    await b.start();
    expect(await a.caller.request("diagnostics", null)).toMatchObject({ tensors: 0, bytes: 4030 });
    expect(await b.caller.request("diagnostics", null)).toMatchObject({ tensors: 0, bytes: 530 });
  });

  it("has different sets open at once, and tells of each whom it concerns", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(1)];
    await a.start();
    await b.start({ config: twin });
    const setsOf = ({ events }: TestLane) =>
      new Set(events.flatMap((event) => (event.type === "dataset" ? [event.dataset.id] : [])));
    await Promise.all([a, b].map((lane) => lane.caller.request("train", { epochs: 2 })));
    expect([...setsOf(a)]).toEqual(["tiny"]);
    expect([...setsOf(b)]).toEqual(["twin"]);
    expect(b.curve()).toEqual(a.curve());
    await b.caller.request("end", null);
    expect(await a.caller.request("train", { epochs: 1 })).toMatchObject({ step: 9 });
    expect((await a.caller.request("dataset", null)).id).toBe("tiny");
  });

  it("ends a lane that trains, and begins it anew when it is asked for", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(1)];
    await Promise.all([a.start(), b.start()]);
    const others = a.caller.request("train", { steps: 60 });
    const ended = b.caller.request("train", { steps: 1e6 });
    await expect.poll(() => b.curve().steps.length).toBeGreaterThan(0);
    await b.caller.request("end", null);
    await expect(ended).resolves.toMatchObject({ backend: "cpu" });
    expect((await others).step).toBe(60);
    await expect(b.caller.request("weights", null)).rejects.toMatchObject({ code: "not-ready" });
    expect(await b.start({ runId: 2 })).toMatchObject({ runId: 2, progress: { step: 0 } });
  });

  it("puts every lane on another backend when the device is lost", async () => {
    const host = await testHost({ unhurried: true });
    const [a, b] = [host.lane(0), host.lane(1)];
    await Promise.all([a.start(), b.start()]);
    const train = (lane: TestLane, steps: number) => lane.caller.request("train", { steps });
    await Promise.all([train(a, 10), train(b, 10)]);
    const both = [train(a, 30), train(b, 30)];
    await expect.poll(() => a.curve().steps.length, soon).toBeGreaterThan(10);
    await a.caller.request("simulate", { fault: "device-lost" });
    await Promise.all(both);
    expect(host.rooms).toHaveLength(2);
    for (const lane of [a, b]) {
      expect(typesOf(lane)).toContain("backend");
      expect(faultsOf(lane).map(({ code }) => code)).toEqual(["device-lost"]);
      expect(lastTold(lane.events)).toEqual(await learntAlone(40));
    }
  });
});

/** Steps taken again after a loss are told again. */
function lastTold(events: readonly EngineEvent[]): readonly (number | undefined)[] {
  const told = new Map<number, number | undefined>();
  for (const event of events) {
    if (event.type !== "metrics") continue;
    event.batch.steps.forEach((step, i) => told.set(step, event.batch.reconstruction[i]));
  }
  return [...told.values()];
}
