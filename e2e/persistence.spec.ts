/** What you did is kept: over a reload, and never over a link. */
import { expect, smallModel, storedSteps, test } from "./fixtures.ts";

test("a reload brings experiment, weights and curves back, paused", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  const before = await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 25 });
    const [image] = await window.playground.decode([[0.5, -0.5]]);
    return { image: [...(image ?? [])], config: window.playground.config() };
  }, smallModel);
  // The last checkpoint is written behind the scenes.
  await expect.poll(() => storedSteps(page)).toEqual([25]);
  await open("autostart=0&backend=wasm");
  const after = await page.evaluate(async () => {
    const [image] = await window.playground.decode([[0.5, -0.5]]);
    return {
      image: [...(image ?? [])],
      config: window.playground.config(),
      steps: (await window.playground.history()).length,
    };
  });
  expect(after.steps).toBe(25);
  expect(after.config).toEqual(before.config);
  expect(after.image).toEqual(before.image);
});

test("a link beats what was stored", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 5 });
  }, smallModel);
  await open("backend=wasm&autostart=0&preset=mnist-dense-2&model.latent=3");
  const { latent, steps } = await page.evaluate(async () => ({
    latent: window.playground.config().model.latent,
    steps: (await window.playground.history()).length,
  }));
  expect(latent).toBe(3);
  expect(steps).toBe(0);
});

test("storage that refuses costs nothing but the memory", async ({ page, open }) => {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.defineProperty(window, "indexedDB", { get: refuse });
    Object.defineProperty(window, "localStorage", { get: refuse });
  });
  await open("backend=wasm&autostart=0");
  const steps = await page.evaluate(async (model) => {
    await window.playground.configure(model);
    await window.playground.train({ steps: 5 });
    return (await window.playground.history()).length;
  }, smallModel);
  expect(steps).toBe(5);
});
