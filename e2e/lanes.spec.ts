/** Experiments side by side with the real worker: fair, apart from one another, and all in the link. */
import { expect, smallModel, storedSteps, test } from "./fixtures.ts";

test("lanes with the same settings have the same curve, to the bit", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  const { curves, phases } = await page.evaluate(async (model) => {
    const { lanes, ...api } = window.playground;
    await api.configure(model);
    await lanes.add({});
    await lanes.add({ objective: { beta: 4 } });
    await lanes.train({ steps: 12 });
    const histories = await Promise.all([0, 1, 2].map((lane) => api.history({ lane })));
    return {
      curves: histories.map((points) => points.map(({ train }) => train.total)),
      phases: (await lanes.list()).map(({ phase, step }) => [phase, step]),
    };
  }, smallModel);
  expect(phases).toEqual([
    ["paused", 12],
    ["paused", 12],
    ["paused", 12],
  ]);
  expect(curves[0]).toHaveLength(12);
  expect(curves[1]).toEqual(curves[0]);
  expect(curves[2]).not.toEqual(curves[0]);
});

test("a lane that breaks stops alone", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  const seen = await page.evaluate(async (model) => {
    const { lanes, ...api } = window.playground;
    await api.configure(model);
    await lanes.add({ optimizer: { kind: "sgd", learningRate: 10 } });
    const trained = await lanes.train({ steps: 30 });
    const [own, broken] = await lanes.list();
    return { trained: trained.map((s) => s?.step ?? null), own: own?.step, phase: broken?.phase };
  }, smallModel);
  expect(seen).toEqual({ trained: [30, null], own: 30, phase: "stopped" });
});

test("a comparison survives a reload, with what its lanes have learnt", async ({ page, open }) => {
  await open("backend=wasm&autostart=0");
  await page.evaluate(async (model) => {
    const { lanes, ...api } = window.playground;
    await api.configure(model);
    await lanes.add({ objective: { beta: 4 } });
    await lanes.add("mnist-sigmoid-b");
    await lanes.train({ steps: 5 });
  }, smallModel);
  await expect(page).toHaveURL(/mode=compare.*&b\.objective\.beta=4&c\.preset=mnist-sigmoid-b/);
  // The last checkpoints are written behind the scenes.
  await expect.poll(() => storedSteps(page)).toEqual([5, 5, 5]);
  await page.reload();
  const listed = await page.evaluate(async () => {
    await window.playground.ready;
    return (await window.playground.lanes.list()).map(({ preset, step, config }) => [
      preset,
      step,
      config.objective.beta,
    ]);
  });
  expect(listed).toEqual([
    ["mnist-dense-2", 5, 1],
    ["mnist-dense-2", 5, 4],
    ["mnist-sigmoid-b", 5, 1],
  ]);
});

test("a link with five lanes opens four and says so", async ({ page, open }) => {
  await open(
    "mode=compare&data.trainLimit=1000&b=same&c.objective.beta=4&d.seed=2&e.model.latent=8&autostart=0&backend=wasm",
  );
  const lanes = await page.evaluate(() => window.playground.lanes.list());
  expect(lanes.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
  await expect(page.getByText("This link has 5 lanes")).toBeVisible();
});
