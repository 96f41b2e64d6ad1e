import { describe, expect, it } from "vitest";
import type { Lane } from "#/state/lanes/types.ts";
import { createMemoryStore } from "#/state/testing/memoryStore.ts";
import { openTestApp, settle, type TestApp } from "#/state/testing/testApp.ts";

async function laneB({ app }: TestApp): Promise<Lane> {
  const lane = (await app.comparison()).store.getState().lanes[1];
  if (lane === undefined) throw new Error("no lane B");
  return lane;
}

const stepOf = ({ app }: Lane) => app.store.getState().progress?.step;

/** Lane A at step 20, and lane B that goes on from it and has come to step 25. */
async function firstVisit() {
  const storage = createMemoryStore();
  const test = await openTestApp({ storage });
  void test.app.session.train({ steps: 20 });
  await settle();
  test.trainer.advance(20);
  await settle();
  const group = await test.app.comparison();
  test.app.store.getState().go({ mode: "compare" });
  const lane = await group.addFromStep(0, 20);
  void lane.app.session.train({ steps: 5 });
  await settle();
  test.pool.lane(lane.id).advance(5);
  await settle();
  return { ...test, storage, group, lane, search: test.searches.at(-1) ?? "" };
}

describe("a lane that goes on from a moment of another", () => {
  it("is told of in the link", async () => {
    const { search } = await firstVisit();
    expect(search).toContain("&b.goesOn=20&");
  });

  it("comes back on the same machine with what it has learnt, and where it went on from", async () => {
    const { storage, search } = await firstVisit();
    const test = await openTestApp({ storage, search });
    const lane = await laneB(test);
    expect(stepOf(lane)).toBe(25);
    expect(lane.goesOnFrom).toMatchObject({ step: 20, isLost: false });
    const group = await test.app.comparison();
    expect(group.store.getState().problem).toBeNull();
    expect(test.searches.at(-1) ?? search).toContain("&b.goesOn=20&");
    const again = await openTestApp({ storage, search });
    expect((await laneB(again)).goesOnFrom).toMatchObject({ step: 20, isLost: false });
  });

  it("begins at step 0 elsewhere, and the page says so", async () => {
    const { search } = await firstVisit();
    const test = await openTestApp({ search });
    const lane = await laneB(test);
    expect(stepOf(lane)).toBe(0);
    expect(lane.goesOnFrom).toMatchObject({ step: 20, isLost: true });
    const group = await test.app.comparison();
    expect(group.store.getState().problem).toMatchObject({
      code: "lane-begins-anew",
      values: { letter: "B", step: 20 },
    });
    // What it tells others is what stands here.
    expect(test.searches.at(-1)).toContain("&b=same&");
  });

  it("begins at step 0, and says so, where what was stored of its run cannot be read", async () => {
    const { storage, search } = await firstVisit();
    storage.entries.set("lane-1/run", "torn");
    const lane = await laneB(await openTestApp({ storage, search }));
    expect(stepOf(lane)).toBe(0);
    expect(lane.goesOnFrom).toMatchObject({ step: 20, isLost: true });
  });

  it("is a lane like any other once it is begun anew", async () => {
    const { storage, lane, searches } = await firstVisit();
    await lane.app.session.reset();
    await settle();
    const search = searches.at(-1) ?? "";
    expect(search).toContain("&b=same&");
    expect(storage.entries.has("lane-1/origin")).toBe(false);
    const back = await laneB(await openTestApp({ storage, search }));
    expect(back.goesOnFrom).toBeUndefined();
    expect(stepOf(back)).toBe(0);
  });

  it("is not taken for one alike that began at step 0", async () => {
    const { storage, group, searches } = await firstVisit();
    await group.add({ from: 0 });
    await settle();
    // The link names the new one first.
    const search = (searches.at(-1) ?? "").replace("b.goesOn=20&c=same", "b=same&c.goesOn=20");
    expect(search).toContain("c.goesOn=20");
    const test = await openTestApp({ storage, search });
    expect(stepOf(await laneB(test))).toBe(0);
    const third = (await test.app.comparison()).store.getState().lanes[2];
    expect(third?.app.store.getState().progress?.step).toBe(25);
  });
});
