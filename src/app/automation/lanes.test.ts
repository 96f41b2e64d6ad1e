import { describe, expect, it } from "vitest";
import { createPlayground } from "#/app/automation/playground.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

/** The lanes as a script sees them that no compiler has read. */
interface Untyped {
  add(patch: unknown, options?: unknown): Promise<unknown>;
  remove(lane: unknown): Promise<unknown>;
  align(kind: unknown): Promise<unknown>;
  results(options: unknown): Promise<unknown>;
}

async function open(search = "?autostart=0") {
  const test = await openTestApp({ search });
  const playground = createPlayground(test.app);
  const untyped: Untyped = playground.lanes;
  return { ...test, playground, lanes: playground.lanes, untyped };
}

describe("playground.lanes", () => {
  it("adds, lists, restores and removes lanes, and shows them", async () => {
    const { lanes, app } = await open();
    const added = await lanes.add({ objective: { beta: 4 } });
    expect(added).toMatchObject({ lane: 1, letter: "B", step: 0, phase: "ready" });
    expect(app.store.getState().route.mode).toBe("compare");
    await lanes.add("mnist-sigmoid-b");
    await lanes.add({ model: { latent: 8 } }, { from: 1 });
    const listed = await lanes.list();
    expect(listed.map(({ letter, preset }) => [letter, preset])).toEqual([
      ["A", "mnist-dense-2"],
      ["B", "mnist-dense-2"],
      ["C", "mnist-sigmoid-b"],
      ["D", "mnist-dense-2"],
    ]);
    expect(listed[3]?.config).toMatchObject({ objective: { beta: 4 }, model: { latent: 8 } });
    expect(listed[1]?.difference).toEqual(await lanes.difference(1));
    await lanes.remove(2);
    expect(await lanes.list()).toHaveLength(3);
    await lanes.restore();
    expect((await lanes.list())[2]).toMatchObject({ letter: "C", preset: "mnist-sigmoid-b" });
  });

  it("trains, pauses, begins anew and measures them together", async () => {
    const { lanes, pool } = await open();
    await lanes.add({});
    const trained = lanes.train({ steps: 10 });
    await settle();
    for (const id of pool.open) pool.lane(id).advance(5);
    await lanes.pause(1);
    pool.lane(0).advance(5);
    expect((await trained).map((summary) => summary?.step)).toEqual([10, 5]);
    const results = await lanes.results({ limit: 100 });
    expect(results.map(({ letter, step }) => [letter, step])).toEqual([
      ["A", 10],
      ["B", 5],
    ]);
    expect(await lanes.align("procrustes")).toMatchObject([null, { kind: "aligned" }]);
    expect(await lanes.align(null)).toEqual([null, null]);
    await lanes.resetAll({ newSeed: true });
    expect((await lanes.list()).map(({ step, config }) => [step, config.training.seed])).toEqual([
      [0, 1234],
      [0, 1234],
    ]);
  });

  it("goes on from the moment nearest to a step", async () => {
    const { lanes, playground, trainer } = await open();
    const trained = playground.train({ steps: 30 });
    await settle();
    trainer.advance(30);
    await trained;
    await settle();
    expect(await lanes.addFromStep(28)).toMatchObject({ lane: 1, step: 30 });
    expect(await lanes.addFromStep(0)).toMatchObject({ lane: 2, step: 0 });
  });

  it("refuses with a name and a reason, and changes nothing", async () => {
    const { lanes, untyped } = await open();
    await lanes.add({});
    const refused = (task: Promise<unknown>, code: string) =>
      expect(task).rejects.toMatchObject({ code });
    await refused(untyped.add("nonsense"), "unknown-preset");
    await refused(untyped.add({ colour: 1 }), "unknown-field");
    await refused(untyped.add({ data: { set: "fashion" } }), "lane-data");
    await refused(untyped.add({}, { lane: 1 }), "unknown-field");
    await refused(untyped.remove(0), "field-invalid");
    await refused(untyped.remove("B"), "field-invalid");
    await refused(untyped.align("rotation"), "field-invalid");
    await refused(untyped.results({ limit: 0 }), "field-invalid");
    expect(await lanes.list()).toHaveLength(2);
    await lanes.add({});
    await lanes.add({});
    await refused(untyped.add({}), "lanes-full");
  });
});

describe("a call about a lane", () => {
  it("is answered by that lane", async () => {
    const { playground, lanes, pool, app } = await open();
    await lanes.add({ model: { latent: 5 } });
    const changed = await playground.configure({ objective: { beta: 3 } }, { lane: 1 });
    expect(changed.config).toMatchObject({ model: { latent: 5 }, objective: { beta: 3 } });
    expect(app.store.getState().config.objective.beta).toBe(1);
    const ended: unknown[] = [];
    playground.on("ended", (summary) => ended.push(summary), { lane: 1 });
    const trained = playground.train({ steps: 6 }, { lane: 1 });
    await settle();
    pool.lane(1).advance(6);
    expect((await trained).step).toBe(6);
    expect(ended).toHaveLength(1);
    expect(await playground.history({ lane: 1 })).toHaveLength(6);
    expect(await playground.history()).toHaveLength(0);
    const { pixels } = await playground.images({ split: "test", indices: [0], lane: 1 });
    const [posterior] = await playground.encode(pixels, { lane: 1 });
    expect(posterior?.mean).toHaveLength(5);
    expect(await playground.decode([[0, 0, 0, 0, 0]], { lane: 1 })).toHaveLength(1);
    await playground.reset({ lane: 1 });
    expect((await lanes.list())[1]?.step).toBe(0);
  });

  it("is refused where there is no such lane", async () => {
    const { playground } = await open();
    const refused = { code: "field-invalid", values: { field: "lane" } };
    await expect(playground.history({ lane: 2 })).rejects.toMatchObject(refused);
    await expect(playground.train({ steps: 1, lane: -1 })).rejects.toMatchObject(refused);
  });
});
