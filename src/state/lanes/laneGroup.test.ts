import { describe, expect, it } from "vitest";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { openTestApp, settle, type TestApp, type TestAppOptions } from "#/state/testing/testApp.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";

async function compare(
  options: TestAppOptions = {},
): Promise<TestApp & { readonly group: LaneGroup }> {
  const test = await openTestApp(options);
  return { ...test, group: await test.app.comparison() };
}

const lettersOf = ({ store }: LaneGroup) => store.getState().lanes.map(({ letter }) => letter);
const idsOf = ({ store }: LaneGroup) => store.getState().lanes.map(({ id }) => id);
const laneState = ({ store }: LaneGroup, index: number) => {
  const lane = store.getState().lanes[index];
  if (lane === undefined) throw new Error(`no lane ${String(index)}`);
  return lane.app.store.getState();
};
const startsOf = (pool: TestApp["pool"], id: LaneId) =>
  pool.lane(id).calls.filter(({ method }) => method === "start");

describe("a comparison", () => {
  it("begins with the page's own run, and is the same every time", async () => {
    const { app, group } = await compare();
    expect(group.store.getState().lanes).toMatchObject([{ id: 0, letter: "A" }]);
    expect(group.store.getState().lanes[0]?.app).toBe(app);
    expect(await app.comparison()).toBe(group);
  });

  it("adds a lane like another but for a patch, on the same images and seed", async () => {
    const { group, app } = await compare({ search: "?seed=7&data.trainLimit=3000&autostart=0" });
    const lane = await group.add({ from: 0, patch: { objective: { beta: 4 } } });
    expect(lane).toMatchObject({ letter: "B", id: 1 });
    const { built, phase, progress } = lane.app.store.getState();
    expect(built.objective.beta).toBe(4);
    expect(built.data).toEqual(app.store.getState().built.data);
    expect(built.training.seed).toBe(7);
    expect(phase).toBe("ready");
    expect(progress?.step).toBe(0);
    expect(group.difference(1)).toEqual([
      { kind: "field", path: "objective.beta", from: 1, to: 4 },
    ]);
    expect(group.difference(0)).toEqual([]);
  });

  it("takes a preset onto lane A's images", async () => {
    const { group } = await compare({ search: "?preset=fashion-dense-20&seed=3&autostart=0" });
    await group.add({ preset: "mnist-sigmoid-b" });
    expect(laneState(group, 1)).toMatchObject({
      preset: "mnist-sigmoid-b",
      built: { data: { set: "fashion" }, training: { seed: 3 } },
    });
  });

  it("takes a preset that a lane is given later onto lane A's images too", async () => {
    const { group } = await compare({ search: "?preset=fashion-dense-20&seed=3&autostart=0" });
    await group.add({ from: 0 });
    await laneState(group, 1).loadPreset("mnist-sigmoid-c", { train: false });
    const on = { data: { set: "fashion" }, training: { seed: 3 } };
    expect(laneState(group, 1)).toMatchObject({
      preset: "mnist-sigmoid-c",
      fault: null,
      built: on,
    });
    await group.store.getState().lanes[1]?.app.session.loadPreset("mnist-dense-2");
    expect(laneState(group, 1)).toMatchObject({ preset: "mnist-dense-2", built: on });
  });

  it("replays the live changes of a lane it is made from, but for what the patch says", async () => {
    const { group, app, trainer } = await compare();
    void app.session.train();
    await settle();
    trainer.advance(5);
    app.store.getState().edit({ objective: { beta: 2 } });
    app.store.getState().edit({ optimizer: { learningRate: 0.01 } });
    await settle();
    await group.add({ from: 0 });
    await group.add({ from: 0, patch: { objective: { beta: 8 } } });
    expect(laneState(group, 1).live.map(({ field }) => field)).toEqual([
      "objective.beta",
      "optimizer.learningRate",
    ]);
    expect(laneState(group, 2).live.map(({ field }) => field)).toEqual(["optimizer.learningRate"]);
    expect(group.difference(1)).toEqual([]);
    expect(group.difference(2)).toMatchObject([{ path: "objective.beta", from: 2, to: 8 }]);
  });

  it.each([
    [{ from: 0, patch: { data: { set: "fashion" } } }, "lane-data"],
    [{ from: 0, patch: { data: { size: "32" } } }, "lane-data"],
    [{ from: 0, patch: { objective: { beta: -9 } } }, "field-invalid"],
    [{ from: 3 }, "field-invalid"],
  ] as const)("refuses %j: %s", async (plan, code) => {
    const { group, pool } = await compare();
    await expect(group.add(plan)).rejects.toMatchObject({ code });
    expect(group.store.getState().problem).toMatchObject({ code });
    expect(lettersOf(group)).toEqual(["A"]);
    expect(pool.open).toEqual([0]);
    await group.add({ from: 0 });
    expect(group.store.getState().problem).toBeNull();
  });

  it("refuses a preset made for other images for its images", async () => {
    const { group } = await compare({ trainer: { shape: [10, 10, 1] } });
    await expect(group.add({ preset: "celeba-conv" })).rejects.toMatchObject({
      code: "lane-data",
      values: { reason: "faces ≠ mnist" },
    });
  });

  it("holds four lanes, and says so to a fifth", async () => {
    const { group } = await compare();
    await Promise.all([group.add({ from: 0 }), group.add({ from: 0 }), group.add({ from: 0 })]);
    expect(lettersOf(group)).toEqual(["A", "B", "C", "D"]);
    await expect(group.add({ from: 0 })).rejects.toMatchObject({
      code: "lanes-full",
      values: { count: 4 },
    });
  });

  it("removes a lane for good in the worker, and brings its settings back where it stood", async () => {
    const { group, pool } = await compare();
    await group.add({ from: 0, patch: { objective: { beta: 2 } } });
    await group.add({ from: 0, patch: { objective: { beta: 3 } } });
    await group.remove(1);
    expect(pool.open).toEqual([0, 2]);
    expect(lettersOf(group)).toEqual(["A", "B"]);
    expect(laneState(group, 1).built.objective.beta).toBe(3);
    expect(group.store.getState().removed).toBe("B");
    await group.restore();
    expect(group.store.getState().removed).toBeNull();
    expect(laneState(group, 1).built.objective.beta).toBe(2);
    // A number is never used twice.
    expect(idsOf(group)).toEqual([0, 3, 2]);
    await expect(group.remove(0)).rejects.toMatchObject({ code: "field-invalid" });
  });

  it("brings a removed lane back once, though asked for twice", async () => {
    const { group } = await compare();
    await group.add({ from: 0, patch: { objective: { beta: 4 } } });
    await group.remove(1);
    await Promise.all([group.restore(), group.restore()]);
    expect(lettersOf(group)).toEqual(["A", "B"]);
    expect(group.store.getState().removed).toBeNull();
  });

  it("undoes in each lane what was done in it", async () => {
    const { group, app } = await compare();
    const lane = await group.add({ from: 0 });
    lane.app.store.getState().edit({ objective: { beta: 6 } });
    await settle();
    expect(lane.app.store.getState()).toMatchObject({
      canUndo: true,
      config: { objective: { beta: 6 } },
    });
    expect(app.store.getState()).toMatchObject({
      canUndo: false,
      config: { objective: { beta: 1 } },
    });
    lane.app.store.getState().undo();
    await settle();
    expect(lane.app.store.getState().config.objective.beta).toBe(1);
  });

  it("marks a lane that lane A's new images leave behind, until it is begun on them", async () => {
    const { group, app } = await compare();
    await group.add({ from: 0 });
    await app.session.loadPreset("fashion-dense-20", { train: false });
    await settle();
    expect(laneState(group, 1).fault).toMatchObject({
      code: "lane-data",
      values: { reason: "mnist ≠ fashion" },
    });
    await group.resetAll();
    await settle();
    expect(laneState(group, 1)).toMatchObject({ fault: null, built: { data: { set: "fashion" } } });
  });

  it("goes on from a moment of the history, moments and all", async () => {
    const { group, app, trainer, pool } = await compare();
    void app.session.train({ steps: 40 });
    await settle();
    trainer.advance(10);
    trainer.sendPreview();
    await app.session.pause();
    await settle();
    void app.session.train({ steps: 40 });
    await settle();
    trainer.advance(40);
    await settle();
    const steps = app.frames.list().map(({ frame }) => frame.step);
    const lane = await group.addFromFrame(0, steps.indexOf(10));
    const [start] = startsOf(pool, lane.id);
    expect(start?.params).toMatchObject({ checkpoint: { step: 10 } });
    expect(lane.app.store.getState().progress?.step).toBe(10);
    const { runId } = lane.app.store.getState();
    expect(lane.goesOnFrom).toEqual({ runId, step: 10, isLost: false });
    expect(lane.app.metrics.current.length).toBe(10);
    const newest = await group.addFromFrame(0, steps.length - 1);
    expect(newest.app.store.getState().progress?.step).toBe(50);
    await expect(group.addFromFrame(0, 99)).rejects.toMatchObject({ code: "field-invalid" });
  });
});

describe("a group of its own", () => {
  it("holds its plans at step 0, leaves the page alone and nothing behind", async () => {
    const { app, pool } = await openTestApp();
    const group = await app.openGroup([
      { preset: "mnist-sigmoid-a", patch: { data: { trainLimit: 3000 }, training: { seed: 9 } } },
      { preset: "mnist-sigmoid-b" },
    ]);
    expect(lettersOf(group)).toEqual(["A", "B"]);
    expect(laneState(group, 1).built).toMatchObject({
      data: { trainLimit: 3000 },
      training: { seed: 9 },
    });
    expect(pool.open).toEqual([0, 1, 2]);
    expect(app.store.getState()).toMatchObject({ preset: "mnist-dense-2", laneLinks: [] });
    group[Symbol.dispose]();
    expect(pool.open).toEqual([0]);
  });

  it("opens whole or not at all", async () => {
    const { app, pool } = await openTestApp();
    const plans = [
      { preset: "mnist-sigmoid-a" },
      { preset: "mnist-sigmoid-b", patch: { data: { set: "fashion" } } },
    ] as const;
    await expect(app.openGroup(plans)).rejects.toMatchObject({ code: "lane-data" });
    expect(pool.open).toEqual([0]);
  });

  it("keeps lanes of different groups apart in the worker", async () => {
    const { app } = await openTestApp();
    const one = await app.openGroup([{ preset: "mnist-dense-2" }]);
    const two = await app.openGroup([{ preset: "mnist-dense-2" }]);
    expect([...idsOf(one), ...idsOf(two)]).toEqual([1, 2]);
  });
});
