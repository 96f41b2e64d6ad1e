/** Nonsense gets a sentence, and nothing is lost. */
import { expect, refusalOf, smallModel, test } from "./fixtures.ts";

test("a URL full of nonsense still opens the default experiment and says what it ignored", async ({
  page,
  open,
}) => {
  await open("autostart=0&preset=nonesuch&model.latent=-4&training.batch=NaN&objective.bet=9");
  await expect(page.getByTestId("error")).toBeVisible();
  const config = await page.evaluate(() => window.playground.config());
  expect(config.model.latent).toBe(2);
});

test("impossible settings reject with a sentence and change nothing", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 3 });
  }, smallModel);
  const before = await page.evaluate(() => window.playground.config());
  const patches: [unknown, string][] = [
    [{ model: { latent: 0 } }, "field-invalid"],
    [{ model: { latent: 1e9 } }, "field-invalid"],
    [{ model: { latent: "two" } }, "field-invalid"],
    [{ training: { batch: -1 } }, "field-invalid"],
    [{ training: { batch: 5000 }, data: { trainLimit: 1000 } }, "batch-too-large"],
    [{ optimizer: { learningRate: Number.NaN } }, "field-invalid"],
    [{ nonsense: 1 }, "unknown-field"],
    ["nonesuch", "unknown-preset"],
    [
      {
        model: {
          encoder: Array.from({ length: 6 }, () => ({
            kind: "conv",
            filters: 8,
            kernel: 3,
            stride: 2,
            activation: "relu",
          })),
          decoder: [
            { kind: "convTranspose", filters: 8, kernel: 3, stride: 2, activation: "relu" },
          ],
        },
      },
      "shape-invalid",
    ],
    [
      {
        model: {
          encoder: Array.from({ length: 16 }, () => ({
            kind: "dense",
            units: 8192,
            activation: "relu",
          })),
        },
      },
      "memory-too-large",
    ],
  ];
  for (const [patch, code] of patches) {
    const fault = await refusalOf(page, patch);
    expect(fault, JSON.stringify(patch)).toMatchObject({ code });
    expect(fault.message.length).toBeGreaterThan(10);
    expect(fault.hint.length).toBeGreaterThan(10);
  }
  expect(await page.evaluate(() => window.playground.config())).toEqual(before);
  expect(await page.evaluate(async () => (await window.playground.history()).length)).toBe(3);
});

test("no WebGPU and no WebGL: wasm, with the reason", async ({ page, open }) => {
  await open("autostart=0");
  const report = await page.evaluate(() => window.playground.diagnostics());
  expect(report.backend).toBe("wasm");
  expect(report.reason).not.toBe("");
  await expect(page.getByTestId("backend")).toContainText(/wasm/i);
});

test.describe("no wasm either", () => {
  test.use({ allowedErrors: [/wasm|Failed to load resource/i] });

  test("falls back to the CPU", async ({ page, open }) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    await open("autostart=0");
    expect((await page.evaluate(() => window.playground.diagnostics())).backend).toBe("cpu");
  });
});

test.describe("broken data", () => {
  test.use({ allowedErrors: [/Failed to load resource/] });

  for (const [name, body] of [
    ["truncated", "short"],
    ["missing", null],
  ] as const) {
    test(`a ${name} chunk is named, the rest trains on`, async ({ page, open }) => {
      await page.route(/mnist\/train-1.*\.bin/, (route) =>
        body === null
          ? route.fulfill({ status: 404, body: "" })
          : route.fulfill({ status: 200, body }),
      );
      await open("backend=wasm&autostart=0");
      await page.evaluate(async (model) => {
        await window.playground.configure({
          ...model,
          data: { trainLimit: null },
          training: { batch: 1000 },
        });
        await window.playground.train({ steps: 20 });
      }, smallModel);
      await expect(page.getByTestId("error")).toContainText("train-1");
      const data = await page.evaluate(() => window.playground.dataset());
      expect(data.failed.join()).toContain("train-1");
    });
  }
});

test.describe("a crash", () => {
  test.use({ allowedErrors: [/crash/i] });

  test("brings the worker back from its last checkpoint and says so", async ({ page, open }) => {
    await open("backend=wasm&autostart=0");
    await page.evaluate(async (model) => {
      await window.playground.configure(model);
      await window.playground.train({ steps: 12 });
      await window.playground.simulate("worker-crash");
    }, smallModel);
    await expect
      .poll(() => page.evaluate(async () => (await window.playground.diagnostics()).workerRestarts))
      .toBe(1);
    const summary = await page.evaluate(() => window.playground.train({ steps: 3 }));
    expect(summary.step).toBe(15);
  });
});

test("a hidden tab comes back as it was", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate((model) => window.playground.configure(model), smallModel);
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.evaluate(() => window.playground.train({ steps: 5 }));
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect(await page.evaluate(async () => (await window.playground.history()).length)).toBe(5);
});
