import { expect, it } from "vitest";
import { replayMs } from "#/core/history/replay.ts";
import type { LaneGroup } from "#/state/lanes/types.ts";
import { openTestApp, settle } from "#/state/testing/testApp.ts";

/** Two lanes of a group of its own, with pictures of steps 0, 10, 20 and 30; drawn when told. */
async function opened() {
  const draws: (() => void)[] = [];
  const test = await openTestApp({ deps: { afterDraw: (task) => void draws.push(task) } });
  const group = await test.app.openGroup([
    { preset: "mnist-dense-2" },
    { preset: "mnist-dense-2" },
  ]);
  async function draw(): Promise<void> {
    await settle();
    for (const task of draws.splice(0)) task();
    await settle();
  }
  for (let i = 0; i < 3; i++) {
    const trained = group.train({ steps: 10 });
    await settle();
    for (const id of [1, 2]) test.pool.lane(id).advance(10);
    await trained;
    for (let turn = 0; turn < 3; turn++) await draw();
  }
  return { ...test, group, draw };
}

const lanesOf = ({ store }: LaneGroup) => store.getState().lanes.map(({ app }) => app);
const shownSteps = (group: LaneGroup) => lanesOf(group).map(({ frames }) => frames.shown()?.step);

it("plays in any lane of a group from the first picture to live, the others with it", async () => {
  const { group, clock, draw } = await opened();
  const [, second] = lanesOf(group);
  const steps = second?.frames.list().map(({ frame }) => frame.step) ?? [];
  expect(steps.length).toBeGreaterThan(2);
  second?.store.getState().setReplaying(true);
  await import("#/state/replay.ts");
  const seen: (number | undefined)[] = [];
  for (const share of [0, 0.5, 0.99]) {
    clock.ms = share * replayMs;
    await draw();
    expect(new Set(shownSteps(group)).size).toBe(1);
    seen.push(shownSteps(group)[0]);
  }
  expect(seen).toEqual([steps[0], steps[Math.floor(steps.length / 2)], steps.at(-1)]);
  clock.ms = replayMs;
  await draw();
  for (const { store } of lanesOf(group)) {
    expect(store.getState()).toMatchObject({ replaying: false, scrubbed: null });
  }
});

it("stops where it is stopped in another lane, and when the lane that drives it goes", async () => {
  const { group, clock, draw } = await opened();
  const [first, second] = lanesOf(group);
  second?.store.getState().setReplaying(true);
  await draw();
  first?.store.getState().setReplaying(false);
  clock.ms = replayMs / 2;
  const before = shownSteps(group);
  await draw();
  expect(shownSteps(group)).toEqual(before);
  second?.store.getState().setReplaying(true);
  await draw();
  await group.remove(1);
  expect(first?.store.getState()).toMatchObject({ replaying: false, scrubbed: null });
});
