/** Same seed, same curve: twice in one page, and however slowly the data arrives. */
import { expect, smallModel, test } from "./fixtures.ts";

// Chunks are to come over the network each time, where a route can hold them.
test.use({ serviceWorkers: "block" });

const curve = async ({ model, steps }: { model: object; steps: number }): Promise<number[]> => {
  const api = window.playground;
  await api.configure(model);
  await api.reset();
  await api.train({ steps });
  return (await api.history()).map((point) => point.train.total);
};

test("a reset with the same seed gives the same curve", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  const first = await page.evaluate(curve, { model: smallModel, steps: 15 });
  const second = await page.evaluate(curve, { model: smallModel, steps: 15 });
  expect(second).toEqual(first);
  expect(first).toHaveLength(15);
});

test("late data does not change the order of images", async ({ page, open }) => {
  const model = { ...smallModel, data: { trainLimit: 14_000 }, training: { batch: 1000 } };
  await open("backend=wasm&autostart=0");
  const prompt = await page.evaluate(curve, { model, steps: 16 });
  let held = 0;
  await page.route(/train-[1-9].*\.bin/, async (route) => {
    held += 1;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await open("backend=wasm&autostart=0");
  const late = await page.evaluate(curve, { model, steps: 16 });
  expect(held).toBeGreaterThan(0);
  expect(late).toEqual(prompt);
});
