/** The pool over real hosts in this process: lanes, and events of runs that were replaced. */
import { describe, expect, it } from "vitest";
import { curve, startParams, testPool } from "#/worker/client/testing/testPool.ts";
import { tinyConfig } from "#/worker/host/testing/testHost.ts";

describe("a lane", () => {
  it("is one object a number, hears its own events alone, and ends when disposed", async () => {
    const { pool, client, open, events } = await testPool();
    const other = await open(3);
    expect(pool.lane(3)).toBe(other.client);
    await other.client.request("train", { steps: 4 });
    expect(curve(other.events)).toHaveLength(4);
    expect(curve(events)).toHaveLength(0);
    const training = other.client.request("train", { steps: 1e6 });
    other.client.dispose();
    await training;
    const late = other.client.request("pause", null);
    await expect(late).rejects.toMatchObject({ code: "cancelled" });
    await client.request("train", { steps: 4 });
    expect(curve(events)).toEqual(curve(other.events).slice(0, 4));
  });
});

it("drops events of an older run", async () => {
  const { client, events } = await testPool();
  const old = client.request("train", { steps: 1000 });
  await expect.poll(() => events.some((event) => event.type === "metrics")).toBe(true);
  const next = client.request("start", startParams({ runId: 2 }));
  await next;
  await old;
  const runs = events.map((event) => event.runId);
  expect(runs.slice(runs.indexOf(2)).every((runId) => runId === 2)).toBe(true);
});

it("still hears the run before when a start is refused", async () => {
  const { client, events } = await testPool();
  const refused = startParams({ runId: 2, config: tinyConfig({ training: { batch: 11 } }) });
  await expect(client.request("start", refused)).rejects.toMatchObject({ code: "batch-too-large" });
  await client.request("train", { steps: 2 });
  expect(curve(events)).toHaveLength(2);
});
