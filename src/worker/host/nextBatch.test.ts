/** The batch to come, shown before the step that takes it. */
import { describe, expect, it } from "vitest";
import type { TrainingBatch } from "#/engine/engine.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig } from "#/worker/host/testing/testHost.ts";

describe("the next batch", () => {
  it("is the one that the next step takes, and is not consumed", async () => {
    const taken: Pick<TrainingBatch, "images" | "epsilon" | "labels">[] = [];
    const host = await testHost({
      build(vae, state) {
        const engine = plainEngine(vae, state);
        return {
          ...engine,
          step(batch, settings) {
            const { images, epsilon, labels } = batch;
            taken.push({ images: images.slice(), epsilon: epsilon.slice(), labels });
            engine.step(batch, settings);
          },
        };
      },
    });
    const config = tinyConfig({
      data: { pixels: "binarise" },
      model: { condition: "label" },
      training: { batch: 4 },
    });
    await host.start({ config });
    // The third batch of an epoch has two images.
    for (const [step, count] of [4, 4, 2, 4].entries()) {
      const next = await host.caller.request("nextBatch", null);
      expect(await host.caller.request("nextBatch", null)).toEqual(next);
      expect(next).toMatchObject({ step, count });
      expect(next.indices).toHaveLength(count);
      await host.caller.request("train", { steps: 1 });
      const { images, epsilon, labels } = next;
      expect(taken.at(-1)).toEqual({ images, epsilon, labels });
    }
  });

  it("belongs to the step it tells, also while the model trains", async () => {
    const host = await testHost({ unhurried: true });
    await host.start();
    const training = host.caller.request("train", { steps: 60 });
    const batches = [];
    for (let i = 0; i < 10; i++) batches.push(await host.caller.request("nextBatch", null));
    await training;
    const again = await testHost();
    await again.start();
    for (const batch of batches) {
      const { step } = await again.caller.request("pause", null);
      if (batch.step > step) await again.caller.request("train", { steps: batch.step - step });
      expect(await again.caller.request("nextBatch", null)).toEqual(batch);
    }
  });

  it("says so where no image can be had", async () => {
    const host = await testHost();
    for (const chunk of [0, 1, 2]) {
      host.server.answer(chunk, () => new Response(null, { status: 404 }));
    }
    await host.start();
    await expect(host.caller.request("nextBatch", null)).rejects.toMatchObject({
      code: "chunk-missing",
    });
  });
});
