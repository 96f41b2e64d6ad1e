/** Several lanes of one host, as a comparison uses them, with plain engines on the tiny set. */
import { describe, expect, it } from "vitest";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestLane } from "#/worker/host/testing/testHost.ts";
import { faultsOf, learntAlone, soon, stripLoaded, typesOf } from "#/worker/host/testing/told.ts";

const twin = tinyConfig({ data: { set: "twin" } });

describe("lanes with the same settings", () => {
  it("learn the same to the bit, as one that is alone", async () => {
    const host = await testHost();
    const [a, b] = [host.lane(0), host.lane(1)];
    await Promise.all([a.start(), b.start()]);
    const train = (lane: TestLane) => lane.caller.request("train", { steps: 40 });
    await Promise.all([train(a), train(b)]);
    expect(b.curve()).toEqual(a.curve());
    expect(a.curve().reconstruction).toEqual(await learntAlone(40));
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
    expect(a.curve().reconstruction).toEqual(await learntAlone(120));
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
    expect(a.curve().reconstruction).toEqual(await learntAlone(60));
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
    expect(b.curve().reconstruction).toEqual(await learntAlone(12));
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
    for (const lane of lanes) {
      await lane.start();
      await stripLoaded(lane);
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
