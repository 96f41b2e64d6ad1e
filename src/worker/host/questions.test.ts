/** Questions about the model as the page asks them: the whole host over a port. */
import { describe, expect, it } from "vitest";
import { testHost, tinyConfig } from "#/worker/host/testing/testHost.ts";

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
