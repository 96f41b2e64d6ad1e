/** Labels, displays, pixels and sizes as the page meets them: the whole host over a port. */
import { describe, expect, it } from "vitest";
import type { ExperimentPatch } from "#/core/experiment/config.ts";
import type { TrainingBatch } from "#/engine/engine.ts";
import { plainEngine } from "#/worker/host/testing/plainEngine.ts";
import { testHost, tinyConfig, type TestHost } from "#/worker/host/testing/testHost.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";

const conditional = tinyConfig({ model: { condition: "label" } });

/** A host whose engine keeps copies of the batches it is given. */
async function watched(
  patch: ExperimentPatch,
): Promise<{ host: TestHost; batches: TrainingBatch[] }> {
  const batches: TrainingBatch[] = [];
  const host = await testHost({
    build: (vae, state) => {
      const engine = plainEngine(vae, state);
      return {
        ...engine,
        step(batch, settings) {
          const { images, epsilon, labels, dropout } = batch;
          batches.push({
            count: batch.count,
            images: images.slice(),
            epsilon: epsilon.slice(),
            labels: labels?.slice() ?? null,
            dropout: dropout?.slice() ?? null,
          });
          engine.step(batch, settings);
        },
      };
    },
  });
  await host.start({ config: tinyConfig(patch) });
  await host.caller.request("train", { epochs: 2 });
  return { host, batches };
}

describe("a conditional model", () => {
  const z = new Float32Array([1, 0, 1, 0]);

  it("is trained with the label column, and draws what it is told to", async () => {
    const { batches } = await watched({ model: { condition: "label" } });
    // Class i mod 2, pixels 10i … 10i + 3.
    for (const { images, labels, count } of batches) {
      const index = Array.from({ length: count }, (_, row) =>
        Math.round((255 * (images[4 * row] ?? 0)) / 10),
      );
      expect([...(labels ?? [])]).toEqual(index.map((i) => i % 2));
    }
  });

  it("answers for the labels of the question alone", async () => {
    const host = await testHost();
    await host.start({ config: conditional });
    const labels = Uint8Array.of(0, 1);
    const { images } = await host.caller.request("decode", { z, count: 2, raw: false, labels });
    expect(images.subarray(0, 4)).not.toEqual(images.subarray(4));
    for (const wrong of [null, Uint8Array.of(1), Uint8Array.of(0, 2)]) {
      const params = { z, count: 2, raw: false, labels: wrong };
      await expect(host.caller.request("decode", params)).rejects.toMatchObject({
        code: "images-invalid",
      });
    }
  });

  it("shows one class in the sheet, its own of each image, and one class a row of samples", async () => {
    const host = await testHost();
    const preview = { ...testPreview(), samplesSeed: 5, label: 1 };
    await host.start({ config: conditional, preview });
    const frame = await host.caller.request("preview", { points: 4 });
    expect(frame.label).toBe(1);
    await host.caller.request("setPreview", { ...preview, label: 0 });
    const other = await host.caller.request("preview", { points: 4 });
    expect(other.sheet.pixels).not.toEqual(frame.sheet.pixels);
    expect(other.strip).toEqual(frame.strip);
    expect(other.samples).toEqual(frame.samples);
    await expect(host.caller.request("setPreview", { ...preview, label: 2 })).rejects.toMatchObject(
      { code: "field-invalid" },
    );
  });

  it("starts whatever class was looked at before", async () => {
    const host = await testHost();
    await host.start({ config: conditional, preview: { ...testPreview(), label: 7 } });
    expect((await host.caller.request("preview", { points: 4 })).label).toBe(1);
  });

  it("decodes with loaded weights", async () => {
    const host = await testHost();
    await host.start({ config: conditional });
    const weights = await host.caller.request("weights", null);
    const question = { z, count: 2, raw: false, labels: Uint8Array.of(1, 0) };
    const expected = await host.caller.request("decode", question);
    const image = [2, 2, 1] as const;
    await host.caller.request("load", { config: conditional, image, classes: 2, weights });
    expect((await host.caller.request("decode", question)).images).toEqual(expected.images);
  });
});

describe("a display", () => {
  it("scales a figure to its own range, and says which", async () => {
    const host = await testHost();
    await host.start({ config: tinyConfig({ objective: { display: "autoscaled" } }) });
    await host.caller.request("train", { steps: 30 });
    const z = new Float32Array([40, 0, -40, 0]);
    const raw = await host.caller.request("decode", { z, count: 2, raw: true, labels: null });
    const drawn = await host.caller.request("decode", { z, count: 2, raw: false, labels: null });
    expect(raw.figure).toBeNull();
    expect(drawn.figure?.low).toBeCloseTo(Math.min(0, ...raw.images), 5);
    expect(Math.min(...drawn.images)).toBe(0);
    const frame = await host.caller.request("preview", { points: 4 });
    expect(frame.stripFigure).not.toBeNull();
    const scored = await host.caller.request("score", {
      ...{ images: new Float32Array(4), count: 1, epsilon: null, labels: null },
    });
    expect(scored.figure).toEqual({ low: 0, high: 1 });
    expect(Object.keys(scored)).not.toContain("raw");
  });

  it("weighs the terms of the points by the effective β", async () => {
    const host = await testHost();
    await host.start({
      config: tinyConfig({ objective: { reconstructionReduction: "mean", beta: 3 } }),
    });
    const { test } = await host.caller.request("preview", { points: 4 });
    expect(test.total).toBeCloseTo(test.reconstruction + 3 * 4 * test.kl, 5);
  });
});

describe("pixels", () => {
  it("are binarised afresh for every batch, and alike in every run of the seed", async () => {
    const { host, batches } = await watched({
      data: { pixels: "binarise" },
      training: { batch: 10 },
    });
    const [first, second] = batches;
    expect(first?.images.every((x) => x === 0 || x === 1)).toBe(true);
    const ink = (batch?: TrainingBatch) => batch?.images.reduce((a, b) => a + b, 0) ?? 0;
    expect(ink(first)).toBeGreaterThan(0);
    expect([...(first?.images ?? [])].toSorted()).not.toEqual([...(second?.images ?? [])]);
    const again = await watched({ data: { pixels: "binarise" }, training: { batch: 10 } });
    expect(again.batches).toEqual(batches);
    const indices = Uint32Array.of(9);
    const { pixels } = await host.caller.request("images", { split: "train", indices });
    expect(Math.round(255 * (pixels[0] ?? 0))).toBe(90);
  });

  it("are standardised for network and loss, thresholded where asked", async () => {
    const standard = await watched({ data: { pixels: "standardise" } });
    expect(Math.min(...(standard.batches[0]?.images ?? []))).toBeLessThan(0);
    const threshold = await watched({ data: { pixels: "threshold" } });
    expect(threshold.batches[0]?.images.every((x) => x === 0)).toBe(true);
  });

  it("come in the size the experiment has, and the set is told so", async () => {
    const host = await testHost();
    const { dataset } = await host.start({ config: tinyConfig({ data: { size: "28" } }) });
    expect(dataset.shape).toEqual([28, 28, 1]);
    await host.caller.request("train", { steps: 2 });
    const indices = Uint32Array.of(9);
    const { pixels } = await host.caller.request("images", { split: "train", indices });
    expect(pixels).toHaveLength(784);
    expect(Math.round(255 * (pixels[0] ?? 0))).toBe(90);
    expect(Math.round(255 * (pixels[783] ?? 0))).toBe(93);
    expect((await host.caller.request("dataset", null)).shape).toEqual([28, 28, 1]);
  });

  it("are dropped by a stream of their own, which moves nothing else", async () => {
    const decoder = [{ kind: "dense", units: 8, activation: "relu", dropout: 0.5 }] as const;
    const dropping = await watched({ model: { decoder } });
    const plain = await watched({});
    expect(dropping.batches[0]?.dropout).toHaveLength(4 * 8);
    expect(dropping.batches[1]?.dropout).not.toEqual(dropping.batches[0]?.dropout);
    expect(dropping.batches.map(({ epsilon }) => epsilon)).toEqual(
      plain.batches.map(({ epsilon }) => epsilon),
    );
    expect(plain.batches.every(({ dropout }) => dropout === null)).toBe(true);
  });
});

it("keeps the run before when a start brings the weights of another model", async () => {
  const host = await testHost();
  await host.start();
  await host.caller.request("train", { steps: 3 });
  const checkpoint = await host.caller.request("checkpoint", null);
  const other = { runId: 2, config: tinyConfig({ model: { latent: 3 } }), preview: testPreview(3) };
  await expect(host.start({ ...other, checkpoint })).rejects.toMatchObject({
    code: "weights-invalid",
  });
  expect(await host.caller.request("train", { steps: 3 })).toMatchObject({ step: 6 });
});
