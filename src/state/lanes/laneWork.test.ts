import { describe, expect, it } from "vitest";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { openTestApp, settle, type TestApp, type TestAppOptions } from "#/state/testing/testApp.ts";

interface Compared extends TestApp {
  readonly group: LaneGroup;
}

/** Lanes A, B with β = 4 and C with another seed's batches left alone. */
async function compare(options: TestAppOptions = {}): Promise<Compared> {
  const test = await openTestApp(options);
  const group = await test.app.comparison();
  await group.add({ from: 0, patch: { objective: { beta: 4 } } });
  await group.add({ from: 0 });
  return { ...test, group };
}

const states = ({ group }: Compared) =>
  group.store.getState().lanes.map(({ app }) => app.store.getState());
const steps = (test: Compared) => states(test).map(({ progress }) => progress?.step);

function advance({ pool }: Compared, count: number): void {
  for (const id of pool.open) pool.lane(id).advance(count);
}

describe("training together", () => {
  it("resolves when all lanes rest, each with its summary", async () => {
    const test = await compare();
    const trained = test.group.train({ steps: 20 });
    await settle();
    expect(states(test).map(({ phase }) => phase)).toEqual(["training", "training", "training"]);
    advance(test, 20);
    expect((await trained).map((summary) => summary?.step)).toEqual([20, 20, 20]);
  });

  it("goes to the end of each plan, and no further where a plan is fulfilled", async () => {
    const test = await compare({ search: "?training.epochs=1&training.batch=100&autostart=0" });
    await test.group.store.getState().lanes[1]?.app.session.configure({ training: { epochs: 2 } });
    const first = test.group.train();
    await settle();
    advance(test, 60);
    test.pool.lane(1).advance(60);
    await first;
    expect(steps(test)).toEqual([60, 120, 60]);
    await test.group.store.getState().lanes[1]?.app.session.configure({ training: { epochs: 3 } });
    const second = test.group.train();
    await settle();
    test.pool.lane(1).advance(60);
    expect((await second).map((summary) => summary?.step ?? null)).toEqual([null, 180, null]);
  });

  it("does not wait for a lane that goes while it trains by itself", async () => {
    const test = await compare();
    void test.group.store.getState().lanes[2]?.app.session.train({ steps: 5 });
    await settle();
    const trained = test.group.train({ steps: 10 });
    await settle();
    await test.group.remove(2);
    for (const id of [0, 1]) test.pool.lane(id).advance(10);
    expect((await trained).map((summary) => summary?.step ?? null)).toEqual([10, 10, null]);
  });

  it("lets a lane that breaks, or trains already, keep that to itself", async () => {
    const test = await compare();
    const fault = { code: "loss-not-finite", message: "NaN", hint: "" } as const;
    test.pool.lane(1).failNext("train", fault);
    const own = test.group.store.getState().lanes[2]?.app.session.train({ steps: 5 });
    await settle();
    let ended = false;
    const trained = test.group.train({ steps: 10 }).finally(() => (ended = true));
    await settle();
    test.pool.lane(0).advance(10);
    await settle();
    expect(ended).toBe(false);
    test.pool.lane(2).advance(5);
    await own;
    expect((await trained).map((summary) => summary?.step ?? null)).toEqual([10, null, null]);
    expect(states(test).map((state) => state.fault?.code ?? null)).toEqual([
      null,
      "loss-not-finite",
      null,
    ]);
  });

  it("pauses every lane", async () => {
    const test = await compare();
    const trained = test.group.train();
    await settle();
    advance(test, 3);
    await test.group.pauseAll();
    await trained;
    expect(states(test).map(({ phase }) => phase)).toEqual(["paused", "paused", "paused"]);
  });

  it("pauses lanes that trained together at one step, and leaves the others where they are", async () => {
    const test = await compare();
    const [, , third] = test.group.store.getState().lanes;
    void test.group.train();
    await settle();
    advance(test, 3);
    await third?.app.session.pause();
    test.pool.lane(0).advance(2);
    test.pool.lane(1).advance(1);
    const paused = test.group.pauseAll();
    await settle();
    expect(states(test).map(({ phase }) => phase)).toEqual(["paused", "training", "paused"]);
    test.pool.lane(1).advance(1);
    await paused;
    expect(steps(test)).toEqual([5, 5, 3]);
  });

  it("leaves a lane behind that was not with the others", async () => {
    const test = await compare();
    void test.group.train();
    await settle();
    advance(test, 2);
    test.pool.lane(0).advance(10);
    await test.group.pauseAll();
    expect(steps(test)).toEqual([12, 2, 2]);
  });

  it("begins every lane anew from one seed", async () => {
    const test = await compare();
    void test.group.train({ steps: 10 });
    await settle();
    advance(test, 10);
    await test.group.resetAll();
    expect(steps(test)).toEqual([0, 0, 0]);
    expect(states(test).map(({ built }) => built.training.seed)).toEqual([1, 1, 1]);
    await test.group.resetAll({ newSeed: true });
    expect(states(test).map(({ built }) => built.training.seed)).toEqual([1234, 1234, 1234]);
    expect(states(test).map(({ built }) => built.objective.beta)).toEqual([1, 4, 1]);
  });
});

describe("measuring", () => {
  it("asks each lane about the same images with the same noise, and the same draws", async () => {
    const test = await compare({ search: "?seed=5&autostart=0" });
    void test.group.train({ steps: 30 });
    await settle();
    advance(test, 30);
    const statuses: string[] = [];
    test.group.store.subscribe(({ measurement }) => {
      const text = `${measurement.status} ${String(measurement.results.length)}`;
      if (statuses.at(-1) !== text) statuses.push(text);
    });
    const results = await test.group.measure({ limit: 500 });
    expect(statuses).toEqual([
      "measuring 0",
      "measuring 1",
      "measuring 2",
      "measuring 3",
      "done 3",
    ]);
    expect(results).toMatchObject([
      { letter: "A", step: 30, latent: 2, seconds: 0.15 },
      { letter: "B", step: 30 },
      { letter: "C", step: 30 },
    ]);
    expect(results[0]?.sharpness).toBeGreaterThan(0);
    expect(results[0]?.sharpness).toBe(results[2]?.sharpness);
    for (const id of [0, 1, 2]) {
      const asked = test.pool.lane(id).calls.filter(({ method }) => method === "evaluate");
      expect(asked.map(({ params }) => params)).toEqual([
        { split: "test", limit: 500, seed: 5, iwae: null },
      ]);
    }
  });

  it("keeps results until a lane is begun anew, and gives them the letters of now", async () => {
    const test = await compare();
    await test.group.measure();
    await test.group.remove(1);
    const letters = () =>
      test.group.store.getState().measurement.results.map(({ letter }) => letter);
    expect(letters()).toEqual(["A", "B"]);
    await test.app.session.reset();
    expect(letters()).toEqual(["B"]);
  });

  it("measures the others where one cannot be", async () => {
    const test = await compare();
    const fault = { code: "not-ready", message: "Not now.", hint: "" } as const;
    test.pool.lane(1).failNext("evaluate", fault);
    const results = await test.group.measure();
    expect(results.map(({ letter }) => letter)).toEqual(["A", "C"]);
    expect(test.group.store.getState().measurement).toMatchObject({ status: "failed", fault });
  });

  it("leaves everything as it was when stopped", async () => {
    const test = await compare();
    await test.group.measure();
    const before = test.group.store.getState().measurement;
    const stop = new AbortController();
    test.pool.lane(1).hold("evaluate");
    const measured = test.group.measure({ signal: stop.signal });
    await settle();
    expect(test.group.store.getState().measurement.status).toBe("measuring");
    stop.abort();
    await expect(measured).rejects.toMatchObject({ code: "cancelled" });
    expect(test.group.store.getState().measurement).toEqual(before);
  });
});

describe("aligning", () => {
  const kinds = ({ group }: Compared) =>
    group.store.getState().alignments.map((alignment) => alignment?.kind ?? null);

  it("lays lanes over lane A by their newest points, and anew when they rest", async () => {
    const test = await compare();
    expect(kinds(test)).toEqual([null, null, null]);
    void test.group.train({ steps: 10 });
    await settle();
    advance(test, 10);
    await settle();
    test.group.align("permutation");
    expect(test.group.store.getState().alignedBy).toBe("permutation");
    expect(kinds(test)).toEqual([null, "aligned", "aligned"]);
    const before = test.group.store.getState().alignments;
    void test.group.train({ steps: 10 });
    await settle();
    for (const id of test.pool.open) test.pool.lane(id).sendPreview();
    expect(test.group.store.getState().alignments).toBe(before);
    advance(test, 10);
    await settle();
    expect(test.group.store.getState().alignments).not.toBe(before);
    test.group.align(null);
    expect(kinds(test)).toEqual([null, null, null]);
  });

  it("holds while only the picture changes, as it does under a moving hand", async () => {
    const test = await compare();
    void test.group.train({ steps: 10 });
    await settle();
    advance(test, 10);
    await settle();
    test.group.align("procrustes");
    const before = test.group.store.getState().alignments;
    const frames = test.app.frames.list().length;
    const shown = test.app.frames.shown();
    test.app.store.getState().setGridSize(5);
    await settle();
    expect(test.app.frames.shown()).not.toBe(shown);
    expect(test.app.frames.list()).toHaveLength(frames);
    expect(test.group.store.getState().alignments).toBe(before);
  });
});
