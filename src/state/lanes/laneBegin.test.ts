import { describe, expect, it } from "vitest";
import type { LaneGroup, LanePlan } from "#/state/lanes/types.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";
import type { LaneId } from "#/worker/protocol/lanes.ts";
import { mainLane } from "#/worker/protocol/lanes.ts";
import { fakePool, type FakePool } from "#/worker/testing/fakePool.ts";
import type { FakeTrainer } from "#/worker/testing/fakeTrainer.ts";

const trainer = { shape: [28, 28, 1], train: 60_000 } as const;

/** A pool on which a step of any lane takes so many milliseconds. */
function timedPool(msPerStep: number): FakePool {
  const pool = fakePool(trainer);
  const timed = new Map<LaneId, FakeTrainer>();
  function lane(id: LaneId): FakeTrainer {
    const found = timed.get(id);
    if (found !== undefined) return found;
    const own = pool.lane(id);
    const request: FakeTrainer["request"] = async (method, params, options) => {
      const result = await own.request(method, params, options);
      if (method === "estimate" && typeof result === "object" && result !== null) {
        Object.assign(result, { seconds: 0, msPerStep });
      }
      return result;
    };
    const made: FakeTrainer = { ...own, request };
    timed.set(id, made);
    return made;
  }
  return { ...pool, lane, open: [], [Symbol.dispose]: () => undefined };
}

/** A page at rest; 3,750 steps an epoch, ten epochs. */
async function open(msPerStep: number, preset = "mnist-conv-2d") {
  const pool = timedPool(msPerStep);
  const { app } = await openTestApp({
    search: `?preset=${preset}&autostart=0`,
    trainer,
    deps: { pool, trainer: pool.lane(mainLane) },
  });
  const methods = (id: LaneId) => pool.lane(id).calls.map(({ method }) => method);
  const asked = () => {
    const { costNotice } = app.store.getState();
    if (costNotice?.phase !== "asking") throw new Error("nothing is asked");
    return costNotice;
  };
  return { app, pool, methods, asked };
}

async function compare(msPerStep: number) {
  const test = await open(msPerStep);
  const group = await test.app.comparison();
  await group.add({ from: 0, patch: { objective: { beta: 4 } } });
  return { ...test, group };
}

const phases = ({ store }: LaneGroup) =>
  store.getState().lanes.map(({ app }) => app.store.getState().phase);

const plans: readonly LanePlan[] = [{ preset: "mnist-conv-2d" }, { preset: "mnist-conv-2d" }];

async function answered(): Promise<void> {
  for (let i = 0; i < 5; i++) await settle();
}

describe("lanes set going by hand", () => {
  it("are asked about once, for what all of them cost together", async () => {
    // 375 s each: short alone, long together.
    const { group, app, asked, methods } = await compare(10);
    const begun = group.begin();
    await answered();
    expect(asked()).toMatchObject({ lanes: 2, steps: 75_000, seconds: 750, msPerStep: 10 });
    expect(phases(group)).toEqual(["ready", "ready"]);
    asked().answer("train");
    await answered();
    expect(phases(group)).toEqual(["training", "training"]);
    await group.pauseAll();
    await begun;
    void group.begin();
    await answered();
    expect(app.store.getState().costNotice).toBeNull();
    expect(phases(group)).toEqual(["training", "training"]);
    expect(methods(1).filter((method) => method === "estimate")).toHaveLength(1);
  });

  it("are asked about again once there is another lane", async () => {
    const { group, asked } = await compare(300);
    void group.begin();
    await answered();
    asked().answer("train");
    await answered();
    await group.pauseAll();
    await group.add({ from: 0 });
    void group.begin();
    await answered();
    expect(asked().lanes).toBe(3);
  });

  it("stay where they are when one would rather not, pauses, or goes elsewhere", async () => {
    const { group, app, asked } = await compare(300);
    const ways = [
      () => {
        asked().answer("cancel");
      },
      () => void group.pauseAll(),
      () => void group.remove(1),
      () => {
        app.store.getState().go({ mode: "lessons" });
      },
    ];
    for (const way of ways) {
      const begun = group.begin();
      await answered();
      way();
      await begun;
      expect(app.store.getState().costNotice).toBeNull();
      expect(new Set(phases(group))).toEqual(new Set(["ready"]));
    }
  });

  it("take up what lane A's lighter variant changes, every one, and train", async () => {
    const { group, asked } = await compare(300);
    void group.begin();
    await answered();
    expect(asked().lighter.map(({ path }) => path)).toContain("data.trainLimit");
    asked().answer("lighter");
    await answered();
    const states = group.store.getState().lanes.map(({ app }) => app.store.getState());
    expect(states.map(({ built }) => built.data.trainLimit)).toEqual([12_000, 12_000]);
    expect(states.map(({ built }) => built.objective.beta)).toEqual([0.0005, 4]);
    expect(phases(group)).toEqual(["training", "training"]);
  });

  it("rest where somebody pauses while they take it up", async () => {
    const { group, asked } = await compare(300);
    const begun = group.begin();
    await answered();
    asked().answer("lighter");
    await Promise.all([group.pauseAll(), begun]);
    await answered();
    const states = group.store.getState().lanes.map(({ app }) => app.store.getState());
    expect(states.map(({ built }) => built.data.trainLimit)).toEqual([12_000, 12_000]);
    expect(phases(group)).toEqual(["ready", "ready"]);
  });

  it("are offered no lighter variant where only some of them train", async () => {
    const { group, asked } = await compare(300);
    void group.begin({ lanes: group.store.getState().lanes.slice(1) });
    await answered();
    expect(asked()).toMatchObject({ lanes: 1, lighter: [] });
  });

  it("start at once where they are short on paper, or timed as short", async () => {
    const { group, methods } = await compare(300);
    void group.begin({ steps: 1 });
    await answered();
    expect(phases(group)).toEqual(["training", "training"]);
    expect(methods(0)).not.toContain("estimate");
    const short = await compare(3);
    void short.group.begin();
    await answered();
    expect(short.methods(1)).toContain("estimate");
    expect(phases(short.group)).toEqual(["training", "training"]);
  });

  it("are never asked about when a script trains", async () => {
    const { group, methods } = await compare(300);
    void group.train();
    await answered();
    expect(phases(group)).toEqual(["training", "training"]);
    expect(methods(0)).not.toContain("estimate");
  });
});

describe("what is asked about some lanes", () => {
  async function three() {
    const test = await compare(300);
    await test.group.add({ from: 0 });
    const lane = (index: number) => {
      const found = test.group.store.getState().lanes[index];
      if (found === undefined) throw new Error("no such lane");
      return found;
    };
    const train = async (index: number) => {
      void lane(index).app.store.getState().train();
      await answered();
    };
    const about = () => test.asked().about;
    const isAbout = (...lanes: readonly number[]) =>
      expect(about()).toEqual(lanes.map((index) => lane(index).app.store));
    return { ...test, lane, train, isAbout };
  }

  it("stays when another goes, and goes with its own", async () => {
    const { app, group, train, isAbout, asked } = await three();
    await train(1);
    await group.remove(2);
    await answered();
    isAbout(1);
    asked().answer("train");
    await answered();
    expect(phases(group)).toEqual(["ready", "training"]);
    const other = await three();
    await other.train(1);
    await other.group.remove(1);
    await answered();
    expect(other.app.store.getState().costNotice).toBeNull();
    expect(app.store.getState().costNotice).toBeNull();
  });

  it("stays when a lane goes that is not among several", async () => {
    const { group, lane, isAbout, asked } = await three();
    void group.begin({ lanes: [lane(0), lane(1)] });
    await answered();
    await group.remove(2);
    await answered();
    isAbout(0, 1);
    asked().answer("train");
    await answered();
    expect(phases(group)).toEqual(["training", "training"]);
  });

  it("holds up no other, which is asked about next, or starts at once where it is short", async () => {
    const { group, lane, train, isAbout, asked } = await three();
    await train(1);
    await train(2);
    isAbout(1);
    void lane(0).app.store.getState().train({ steps: 1 });
    await answered();
    expect(phases(group)).toEqual(["training", "ready", "ready"]);
    asked().answer("cancel");
    await answered();
    isAbout(2);
    asked().answer("train");
    await answered();
    expect(phases(group)).toEqual(["training", "ready", "training"]);
  });

  it("gives way to what is asked about all of them", async () => {
    const { group, train, isAbout } = await three();
    await train(1);
    void group.begin();
    await answered();
    isAbout(0, 1, 2);
    await train(1);
    isAbout(0, 1, 2);
  });

  it("is over once all of them are paused", async () => {
    const { app, group, train } = await three();
    await train(1);
    await group.pauseAll();
    await answered();
    expect(app.store.getState().costNotice).toBeNull();
    expect(phases(group)).toEqual(["ready", "ready", "ready"]);
  });
});

describe("a lane that cannot be made lighter", () => {
  it("says why and rests, and the others train", async () => {
    const { group, pool, asked, methods } = await compare(300);
    void group.begin();
    await answered();
    const fault = { code: "out-of-memory", message: "no room", hint: "fewer units" } as const;
    pool.lane(1).failNext("start", fault);
    asked().answer("lighter");
    await answered();
    const [first, second] = group.store.getState().lanes.map(({ app }) => app.store.getState());
    expect(first).toMatchObject({ phase: "training", fault: null });
    expect(second).toMatchObject({ fault });
    expect(methods(1)).not.toContain("train");
  });
});

describe("a group of its own", () => {
  it("asks on the page, offers no other experiment, and asks no more once it is closed", async () => {
    const { app, asked } = await open(300, "mnist-dense-2");
    const group = await app.openGroup(plans);
    void group.begin();
    await answered();
    expect(asked()).toMatchObject({ lanes: 2, lighter: [] });
    group[Symbol.dispose]();
    await answered();
    expect(app.store.getState().costNotice).toBeNull();
  });

  it("asks on the page for a lane that is trained by itself", async () => {
    const { app, asked } = await open(300, "mnist-dense-2");
    const group = await app.openGroup(plans);
    const [lane] = group.store.getState().lanes;
    void lane?.app.store.getState().train();
    await answered();
    expect(asked()).toMatchObject({ lanes: 1, steps: 37_500 });
    asked().answer("train");
    await answered();
    expect(app.store.getState().costNotice).toBeNull();
    expect(phases(group)).toEqual(["training", "ready"]);
  });
});

describe("what a group trains", () => {
  it("is some of its lanes, where it is told which", async () => {
    const { group, pool } = await compare(3);
    const lanes = group.store.getState().lanes.slice(1);
    const trained = group.train({ lanes, steps: 4 });
    await settle();
    expect(phases(group)).toEqual(["ready", "training"]);
    pool.lane(1).advance(4);
    expect((await trained).map((summary) => summary?.step)).toEqual([4]);
  });

  it("is each lane up to a step, by what it lacks", async () => {
    const { group, pool } = await compare(3);
    const lanes = group.store.getState().lanes.slice(1);
    const ahead = group.train({ lanes, steps: 4 });
    await settle();
    pool.lane(1).advance(4);
    await ahead;
    const trained = group.train({ toStep: 6 });
    await settle();
    for (const id of [0, 1]) pool.lane(id).advance(6);
    expect((await trained).map((summary) => summary?.step)).toEqual([6, 6]);
    expect(await group.train({ toStep: 6 })).toEqual([null, null]);
  });
});
