/** Measuring: held-out figures, the importance-weighted bound, early stopping, a loss that breaks. */
import { expect, test } from "./fixtures.ts";

test("the importance-weighted bound is tighter than the ELBO", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=mnist-dense-2");
  const figures = await page.evaluate(async () => {
    const api = window.playground;
    await api.configure({ data: { pixels: "threshold", trainLimit: 6000 } });
    await api.train({ steps: 60 });
    return api.evaluate({ limit: 200, iwae: { samples: 50 } });
  });
  expect(figures.complete).toBe(true);
  expect(figures.images).toBe(200);
  expect(figures.iwae?.samples).toBe(50);
  expect(figures.iwae?.negativeBound).toBeLessThan(figures.negativeElbo ?? 0);
  expect(figures.bitsPerDimension).toBeCloseTo((figures.negativeElbo ?? 0) / (784 * Math.LN2), 6);
});

test("prior samples differ more than decoded noise images", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=mnist-dense-20");
  const spread = await page.evaluate(async () => {
    const api = window.playground;
    await api.train({ steps: 300 });
    const deviation = (images: readonly Float32Array[]) => {
      const size = images[0]?.length ?? 0;
      let sum = 0;
      for (let p = 0; p < size; p++) {
        const values = images.map((image) => image[p] ?? 0);
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        sum += Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
      }
      return sum / size;
    };
    return {
      prior: deviation(await api.sample({ count: 100, from: "prior" })),
      noise: deviation(await api.sample({ count: 100, from: "noise-image" })),
    };
  });
  expect(spread.prior).toBeGreaterThan(1.3 * spread.noise);
});

test("patience ends the training and puts the best weights back", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open("backend=wasm&autostart=0&preset=mnist-dense-20");
  const run = await page.evaluate(async () => {
    const api = window.playground;
    await api.configure({
      data: { trainLimit: 60 },
      model: {
        encoder: [{ kind: "dense", units: 32, activation: "relu" }],
        decoder: [{ kind: "dense", units: 32, activation: "relu" }],
        latent: 5,
      },
      optimizer: { learningRate: 0.01 },
      training: {
        batch: 20,
        epochs: 200,
        validation: "epoch",
        patience: 2,
        restoreBest: true,
      },
    });
    return api.train({ epochs: 200 });
  });
  expect(run.epoch).toBeLessThan(200);
  await expect(page.getByText(/early/i).first()).toBeVisible();
});

test.describe("a loss that breaks", () => {
  test("stops at its step, names term and layer, keeps the weights", async ({ page, open }) => {
    test.setTimeout(120_000);
    await open("backend=wasm&autostart=0&preset=mnist-sigmoid-a");
    const fault = await page.evaluate(async () => {
      const api = window.playground;
      await api.configure({ optimizer: { kind: "sgd", learningRate: 10, momentum: 0.9 } });
      return api
        .train({ steps: 50 })
        .then(() => null)
        .catch((error: unknown) => ({
          code: Reflect.get(error as object, "code") as string,
          message: Reflect.get(error as object, "message") as string,
        }));
    });
    expect(fault?.code).toBe("loss-not-finite");
    const banner = page.getByTestId("error");
    await expect(banner).toBeVisible();
    const weights = await page.evaluate(async () =>
      Object.values(await window.playground.weights()).every(({ values }) =>
        values.every(Number.isFinite),
      ),
    );
    expect(weights).toBe(true);
    await banner.getByRole("button", { name: /half/i }).click();
    await expect
      .poll(() => page.evaluate(() => window.playground.config().optimizer.learningRate))
      .toBe(5);
  });
});
