/** Data that are late, fail or do not fit, as the page meets them. */
import { describe, expect, it } from "vitest";
import { testHost, tinyConfig } from "#/worker/host/testing/testHost.ts";
import { faultsOf, phasesOf } from "#/worker/host/testing/told.ts";

describe("data", () => {
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
    await expect.poll(() => phasesOf(slow)).toContain("waiting");
    open();
    await training;
    expect(slow.curve()).toEqual(quick.curve());
    expect(phasesOf(slow).at(-1)).not.toBe("waiting");
  });

  it("that fails is named once, passed over, and can be fetched again", async () => {
    const host = await testHost();
    host.server.answer(1, () => new Response(null, { status: 404 }));
    await host.start();
    await host.caller.request("train", { epochs: 2 });
    const faults = faultsOf(host);
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
