/** Previews as the page meets them: when they come, and what they hold. */
import { describe, expect, it } from "vitest";
import { restWindow } from "#/core/latent/plane.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";
import { testHost, type TestHost } from "#/worker/host/testing/testHost.ts";
import { framesOf, stripLoaded } from "#/worker/host/testing/told.ts";

describe("previews", () => {
  it("come on credit alone, at 0, 1, 2, 4 … at first", async () => {
    const host = await testHost();
    await host.start();
    await stripLoaded(host);
    await host.caller.request("train", { steps: 5 });
    expect(framesOf(host)).toHaveLength(0);

    const again = await testHost();
    await again.start();
    await stripLoaded(again);
    for (let i = 0; i < 3; i++) await again.caller.request("creditPreview", null);
    await again.caller.request("train", { steps: 9 });
    // Three were offered; the worker holds two at most.
    expect(framesOf(again).map((frame) => frame.step)).toEqual([0, 1]);
    await again.caller.request("creditPreview", null);
    await again.caller.request("train", { steps: 40 });
    expect(framesOf(again).map((frame) => frame.step)).toEqual([0, 1, 16]);
  });

  it("then every quarter of a second", async () => {
    const host = await testHost({ msPerStep: 10, unhurried: true });
    await host.start();
    await stripLoaded(host);
    await host.credit();
    await host.caller.request("train", { steps: 400 });
    const late = framesOf(host).filter((frame) => frame.step > 128);
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
    expect(framesOf(host).length).toBeLessThanOrEqual(6);
    expect(framesOf(host).length).toBeGreaterThanOrEqual(3);
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
