/** Several lanes of one host, as a comparison uses them, with plain engines on the tiny set. */
import { describe, expect, it } from "vitest";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestLane } from "#/worker/host/testing/testHost.ts";

const typesOf = ({ events }: TestLane) => events.map((event) => event.type);

const faultsOf = ({ events }: TestLane) =>
  events.flatMap((event) => (event.type === "error" ? [event.fault] : []));

async function alone(steps: number): Promise<readonly number[]> {
  const host = await testHost();
  await host.start();
  await host.caller.request("train", { steps });
  return host.curve().reconstruction;
}

const soon = { interval: 1 };

const twin = tinyConfig({ data: { set: "twin" } });

describe("lanes with the same settings", () => {
  it("learn the same to the bit, as one that is alone", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(1)];
    await Promise.all([a.start(), b.start()]);
    const train = (lane: TestLane) => lane.caller.request("train", { steps: 40 });
    await Promise.all([train(a), train(b)]);
    expect(b.curve()).toEqual(a.curve());
    expect(a.curve().reconstruction).toEqual(await alone(40));
  });

  it("also where one is paused for a while, and is asked for pictures", async () => {
    const host = await testHost({ unhurried: true });
    const [a, b] = [host.lane(0), host.lane(1)];
    await Promise.all([a.start(), b.start()]);
    await Promise.all([a.credit(), b.credit()]);
    const first = a.caller.request("train", { steps: 120 });
    const second = b.caller.request("train", { steps: 120 });
    await expect.poll(() => b.curve().steps.length, soon).toBeGreaterThan(0);
    const { step } = await b.caller.request("pause", null);
    expect(step).toBeLessThan(120);
    await second;
    await b.caller.request("preview", { points: 4 });
    const seen = a.curve().steps.length;
    await expect.poll(() => a.curve().steps.length, soon).toBeGreaterThan(seen);
    await b.caller.request("train", { steps: 120 - step });
    await first;
    expect(b.curve()).toEqual(a.curve());
    expect(a.curve().reconstruction).toEqual(await alone(120));
  });
});

describe("lanes that train", () => {
  it("stay level in images seen, whatever their batches", async () => {
    const seen = [0, 0];
    const gaps: number[] = [];
    let built = 0;
    const host = await testHost({
      build(vae, state) {
        const lane = built++;
        const onStep = () => {
          seen[lane] = (seen[lane] ?? 0) + (lane === 0 ? 5 : 2);
          const [x = 0, y = 0] = seen;
          if (x > 10 && y > 10) gaps.push(Math.abs(x - y));
        };
        return plainEngine(vae, state, { onStep });
      },
    });
    const [a, b] = [host.lane(0), host.lane(1)];
    await a.start({ config: tinyConfig({ training: { batch: 5 } }) });
    await b.start({ config: tinyConfig({ training: { batch: 2 } }) });
    const both = [
      a.caller.request("train", { steps: 40 }),
      b.caller.request("train", { steps: 100 }),
    ];
    await Promise.all(both);
    expect(gaps.length).toBeGreaterThan(100);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5);
  });

  it("go on where one meets a loss that is no number", async () => {
    let built = 0;
    const host = await testHost({
      build: (vae, state) =>
        plainEngine(vae, state, built++ === 1 ? { breaks: { step: 13, what: "loss" } } : {}),
    });
    const [a, b] = [host.lane(0), host.lane(1)];
    await a.start();
    await b.start();
    const fine = a.caller.request("train", { steps: 60 });
    await expect(b.caller.request("train", { steps: 60 })).rejects.toMatchObject({
      code: "loss-not-finite",
      values: { step: 13, keptStep: 12 },
    });
    expect((await fine).step).toBe(60);
    expect(faultsOf(a)).toEqual([]);
    expect(faultsOf(b)).toHaveLength(1);
    expect(a.curve().reconstruction).toEqual(await alone(60));
  });

  it("do not wait for one whose images are still on their way", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(1)];
    await b.start({ config: twin });
    await b.caller.request("train", { epochs: 1 });
    let send = () => {};
    const gate = new Promise<void>((resolve) => (send = resolve));
    for (const chunk of [0, 1, 2]) {
      host.server.answer(chunk, async (file) => {
        await gate;
        return new Response(file);
      });
    }
    await a.start();
    const late = a.caller.request("train", { steps: 6 });
    await expect
      .poll(() => a.events.some((e) => e.type === "progress" && e.progress.phase === "waiting"))
      .toBe(true);
    expect(await b.caller.request("train", { steps: 30 })).toMatchObject({ step: 33 });
    send();
    expect(await late).toMatchObject({ step: 6 });
  });

  it("do not wait for one that validates longer than they train", async () => {
    let stuck: Promise<unknown> = Promise.resolve();
    let built = 0;
    const host = await testHost({
      build(vae, state) {
        const engine = plainEngine(vae, state);
        if (built++ > 0) return engine;
        return { ...engine, score: (batch) => stuck.then(() => engine.score(batch)) };
      },
    });
    const [a, b] = [host.lane(0), host.lane(1)];
    await a.start({ config: tinyConfig({ training: { validation: "epoch" } }) });
    await b.start();
    // Four test images are one piece; the others are at it between two of them.
    stuck = new Promise((resolve) => setTimeout(resolve, 5));
    const both = [
      a.caller.request("train", { epochs: 4 }),
      b.caller.request("train", { epochs: 4 }),
    ];
    const [first, second] = await Promise.all(both);
    expect([first?.step, second?.step]).toEqual([12, 12]);
    expect(b.curve().reconstruction).toEqual(await alone(12));
  });

  it("spend a fifth of the time on pictures at most, all together, and alike", async () => {
    const time = { pictures: 0, add: (_: number) => {} };
    const host = await testHost({
      msPerStep: 10,
      unhurried: true,
      onJob: () => {
        time.pictures += 100;
        time.add(100);
      },
    });
    time.add = (ms) => (host.clock.time += ms);
    const lanes = [host.lane(0), host.lane(1)];
    const indices = Uint32Array.of(0, 1, 2, 3);
    for (const lane of lanes) {
      await lane.start();
      await lane.caller.request("images", { split: "test", indices });
      await lane.credit();
    }
    time.pictures = 0;
    const began = host.clock.time;
    await Promise.all(lanes.map((lane) => lane.caller.request("train", { steps: 500 })));
    // The first picture of each, and one under way, are not yet paid for.
    expect(time.pictures - 4 * 400).toBeLessThanOrEqual((host.clock.time - began) / 5);
    const frames = lanes.map((lane) => typesOf(lane).filter((type) => type === "preview").length);
    expect(Math.min(...frames)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...frames) - Math.min(...frames)).toBeLessThanOrEqual(1);
  });
});

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
      expect(lastTold(lane.events)).toEqual(await alone(40));
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
