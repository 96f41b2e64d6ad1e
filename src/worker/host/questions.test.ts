/** Questions, previews and data as the page meets them: the whole host over a port. */
import { describe, expect, it } from "vitest";
import { restWindow } from "#/core/latent/plane.ts";
import type { EngineEvent } from "#/worker/protocol/messages.ts";
import type { PreviewFrame } from "#/worker/protocol/preview.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";

const frames = (host: TestHost): PreviewFrame[] =>
  host.events.flatMap((event) => (event.type === "preview" ? [event.frame] : []));

/** Resolves once the images of the strip are here. */
async function stripLoaded(host: TestHost): Promise<void> {
  const indices = Uint32Array.of(0, 1, 2, 3);
  await host.caller.request("images", { split: "test", indices });
}

describe("previews", () => {
  it("come on credit alone, at 0, 1, 2, 4 … at first", async () => {
    const host = await testHost();
    await host.start();
    await stripLoaded(host);
    await host.caller.request("train", { steps: 5 });
    expect(frames(host)).toHaveLength(0);

    const again = await testHost();
    await again.start();
    await stripLoaded(again);
    for (let i = 0; i < 3; i++) await again.caller.request("creditPreview", null);
    await again.caller.request("train", { steps: 9 });
    // Three were offered; the worker holds two at most.
    expect(frames(again).map((frame) => frame.step)).toEqual([0, 1]);
    await again.caller.request("creditPreview", null);
    await again.caller.request("train", { steps: 40 });
    expect(frames(again).map((frame) => frame.step)).toEqual([0, 1, 16]);
  });

  it("then every quarter of a second", async () => {
    const host = await testHost({ msPerStep: 10, unhurried: true });
    await host.start();
    await stripLoaded(host);
    await host.credit();
    await host.caller.request("train", { steps: 400 });
    const late = frames(host).filter((frame) => frame.step > 128);
    const gaps = late.slice(1).map((frame, i) => frame.step - (late[i]?.step ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(25);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(27);
  });

  it("never take more than a fifth of the time", async () => {
    const clockOf = { host: null as TestHost | null };
    const host = await testHost({
      msPerStep: 10,
      unhurried: true,
      onJob: () => {
        if (clockOf.host !== null) clockOf.host.clock.time += 100;
      },
    });
    clockOf.host = host;
    await host.start();
    await stripLoaded(host);
    await host.credit();
    await host.caller.request("train", { steps: 600 });
    // Each costs about 400 ms: score, encode, two decodes. 6 s of training pay for three or four.
    expect(frames(host).length).toBeLessThanOrEqual(6);
    expect(frames(host).length).toBeGreaterThanOrEqual(3);
  });

  it("hold what the page asked for", async () => {
    const host = await testHost();
    await host.start({ preview: { ...testPreview(), samplesSeed: 5 } });
    const frame = await host.caller.request("preview", { points: 5000 });
    expect(frame.sheet.pixels).toHaveLength(3 * 3 * 4);
    expect(frame.samples).toHaveLength(100 * 4);
    expect(frame.strip).toHaveLength(4 * 4);
    expect([...frame.points.labels]).toEqual([...frame.points.indices].map((i) => i % 2));
    expect(frame.klPerDimension.reduce((a, b) => a + b)).toBeCloseTo(frame.test.kl, 5);
    expect(frame.test.total).toBeCloseTo(frame.test.reconstruction + frame.test.kl, 5);

    await host.caller.request("setPreview", { ...testPreview(), axes: { kind: "pca" }, n: 5 });
    const pca = await host.caller.request("preview", { points: 10 });
    expect(pca.sheet.spec).toMatchObject({ n: 5, window: restWindow });
    expect(pca.sheet.spec.axes.kind).toBe("pca");
    await expect(host.caller.request("setPreview", testPreview(3))).rejects.toMatchObject({
      code: "field-invalid",
    });
  });
});

describe("questions", () => {
  const z = new Float32Array([1, 0]);

  it("go ahead of the next step", async () => {
    const host = await testHost({ msPerStep: 4, unhurried: true });
    await host.start();
    const training = host.caller.request("train", { steps: 3000 });
    await expect.poll(() => host.curve().steps.length).toBeGreaterThan(0);
    const waits: number[] = [];
    for (let i = 0; i < 20; i++) {
      const asked = host.clock.time;
      await host.caller.request("decode", { z, count: 1, raw: false, labels: null });
      waits.push((host.clock.time - asked) / 4);
    }
    // A message there, a message back, and the step that was running.
    expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThanOrEqual(4);
    const { step } = await host.caller.request("decode", { z, count: 1, raw: false, labels: null });
    expect(step).toBeGreaterThan(0);
    expect(step).toBeLessThan(3000);
    await host.caller.request("pause", null);
    await training;
  });

  it("are refused when they do not fit the model", async () => {
    const host = await testHost();
    await host.start();
    const short = { z, count: 2, raw: false, labels: null };
    await expect(host.caller.request("decode", short)).rejects.toMatchObject({
      code: "images-invalid",
    });
    const outside = { split: "test", indices: Uint32Array.of(4) } as const;
    await expect(host.caller.request("images", outside)).rejects.toMatchObject({
      code: "images-invalid",
    });
    await expect(
      host.caller.request("decode", { z, count: 1, raw: false, labels: null }),
    ).resolves.toBeDefined();
  });

  it("give images as they are stored", async () => {
    const host = await testHost();
    await host.start();
    const indices = Uint32Array.of(9, 0);
    const { pixels, labels } = await host.caller.request("images", { split: "train", indices });
    expect([...pixels.map((p) => Math.round(p * 255))]).toEqual([90, 91, 92, 93, 0, 1, 2, 3]);
    expect([...labels]).toEqual([1, 0]);
  });

  it("evaluate without moving training, and add up", async () => {
    const host = await testHost();
    await host.start();
    await host.caller.request("train", { steps: 4 });
    const figures = await host.caller.request("evaluate", {
      split: "test",
      limit: null,
      seed: 3,
      iwae: null,
    });
    expect(figures.images).toBe(4);
    expect(figures.klPerDimension.reduce((a, b) => a + b)).toBeCloseTo(figures.kl, 5);
    expect(figures.negativeElbo).toBeCloseTo(figures.reconstruction + figures.kl, 5);
    const again = await host.caller.request("evaluate", {
      split: "test",
      limit: null,
      seed: 3,
      iwae: null,
    });
    expect(again).toEqual(figures);
    await host.caller.request("train", { steps: 4 });

    const untouched = await testHost();
    await untouched.start();
    await untouched.caller.request("train", { steps: 8 });
    expect(host.curve()).toEqual(untouched.curve());
  });

  it("stop when cancelled", async () => {
    const host = await testHost();
    await host.start();
    const abort = new AbortController();
    const params = { split: "test", limit: null, seed: 3, iwae: null } as const;
    const figures = host.caller.request("evaluate", params, { signal: abort.signal });
    abort.abort();
    await expect(figures).rejects.toMatchObject({ code: "cancelled" });
    await expect(host.caller.request("train", { steps: 2 })).resolves.toMatchObject({ step: 2 });
  });

  it("decode with loaded weights, without a run", async () => {
    const host = await testHost();
    await host.start();
    await host.caller.request("train", { steps: 5 });
    const weights = await host.caller.request("weights", null);
    const expected = await host.caller.request("decode", { z, count: 1, raw: false, labels: null });
    const other = await testHost();
    await other.caller.request("load", {
      config: tinyConfig(),
      image: [2, 2, 1],
      classes: 0,
      weights,
    });
    const { images } = await other.caller.request("decode", {
      z,
      count: 1,
      raw: false,
      labels: null,
    });
    expect(images).toEqual(expected.images);
  });
});

describe("data", () => {
  const withoutTime = (events: readonly EngineEvent[]) =>
    events.flatMap((event) => (event.type === "progress" ? [event.progress.phase] : []));

  it("that is late is waited for, and the curve is the same", async () => {
    const quick = await testHost();
    await quick.start();
    await quick.caller.request("train", { steps: 12 });

    const slow = await testHost();
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    slow.server.answer(1, async (file) => {
      await gate;
      return new Response(file);
    });
    await slow.start();
    const training = slow.caller.request("train", { steps: 12 });
    await expect.poll(() => withoutTime(slow.events)).toContain("waiting");
    open();
    await training;
    expect(slow.curve()).toEqual(quick.curve());
    expect(withoutTime(slow.events).at(-1)).not.toBe("waiting");
  });

  it("that fails is named once, passed over, and can be fetched again", async () => {
    const host = await testHost();
    host.server.answer(1, () => new Response(null, { status: 404 }));
    await host.start();
    await host.caller.request("train", { epochs: 2 });
    const faults = host.events.flatMap((event) => (event.type === "error" ? [event.fault] : []));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: "chunk-missing" });
    expect(faults[0]?.values?.["file"]).toContain("train-1");
    const { failed } = await host.caller.request("dataset", null);
    expect(failed).toEqual([faults[0]?.values?.["file"]]);

    host.server.answer(1, null);
    const after = await host.caller.request("retryChunks", null);
    expect(after).toMatchObject({ failed: [], loadedImages: 10 });
  });

  it("that is unknown or too small is refused with a sentence", async () => {
    const host = await testHost();
    const nowhere = tinyConfig({ data: { set: "nowhere" } });
    await expect(host.start({ config: nowhere })).rejects.toMatchObject({
      code: "unknown-data-set",
    });
    const large = tinyConfig({ training: { batch: 11 } });
    await expect(host.start({ config: large })).rejects.toMatchObject({ code: "batch-too-large" });
    await expect(host.start()).resolves.toMatchObject({ dataset: { train: 10, test: 4 } });
    await host.caller.request("train", { steps: 2 });
    await expect(host.start({ runId: 2, config: large })).rejects.toThrow();
    // The model before is still there.
    expect(await host.caller.request("pause", null)).toMatchObject({ step: 2 });
  });
});

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
    const faults = host.events.flatMap((event) => (event.type === "error" ? [event.fault] : []));
    expect(faults).toMatchObject([{ code: "device-lost" }]);
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
