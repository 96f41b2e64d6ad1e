import { describe, expect, it } from "vitest";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

/** Lanes A, B and C, alike. */
async function compare() {
  const test = await openTestApp();
  const group = await test.app.comparison();
  await group.add({ from: 0 });
  await group.add({ from: 0 });
  return { ...test, group };
}

const table = ({ store }: LaneGroup) => store.getState().measurement;
const letters = (group: LaneGroup) => table(group).results.map(({ letter }) => letter);

describe("the table of results", () => {
  it("does without a lane that is removed while it is measured", async () => {
    const { group, pool } = await compare();
    pool.lane(1).hold("evaluate");
    const measured = group.measure();
    await settle();
    const lane = group.store.getState().lanes[1];
    await group.remove(1);
    // What the worker says of a lane that is closed.
    lane?.app.store.getState().stopEvaluating();
    expect((await measured).map(({ letter }) => letter)).toEqual(["A", "B"]);
    expect(table(group)).toMatchObject({ status: "done", fault: null });
  });

  it("does without a lane that is removed before its turn, or begun anew in it", async () => {
    const { group, app, pool } = await compare();
    const release = pool.lane(0).hold("evaluate");
    const measured = group.measure();
    await settle();
    await group.remove(2);
    await app.session.reset();
    release();
    expect((await measured).map(({ letter }) => letter)).toEqual(["B"]);
    expect(table(group)).toMatchObject({ status: "done", fault: null });
  });

  it("stands again as it ended last, when a second measuring in its place is stopped", async () => {
    const { group, app, pool } = await compare();
    await group.measure();
    const before = table(group);
    pool.lane(1).hold("evaluate");
    const first = group.measure();
    first.catch(() => undefined);
    await settle();
    const stop = new AbortController();
    pool.lane(2).hold("evaluate");
    const second = group.measure({ signal: stop.signal });
    await settle();
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    expect(table(group)).toEqual(before);
    await app.session.reset();
    expect(letters(group)).toEqual(["B", "C"]);
  });

  it("forgets of an earlier table a lane begun anew while it was measured again", async () => {
    const { group, app, pool } = await compare();
    await group.measure();
    const stop = new AbortController();
    pool.lane(1).hold("evaluate");
    const second = group.measure({ signal: stop.signal });
    await settle();
    await app.session.reset();
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    expect(letters(group)).toEqual(["B", "C"]);
  });
});
