/** A worker that breaks, over real hosts in this process: what comes back, and what stays behind. */
import { describe, expect, it } from "vitest";
import { curve, decode, startParams, testPool } from "#/worker/client/testing/testPool.ts";
import { tinyConfig } from "#/worker/host/testing/testHost.ts";
import type { EngineEvent, TrainerApi } from "#/worker/protocol/messages.ts";

const crashed = { code: "worker-crashed" };

const lastBatch = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === "metrics" ? [event.batch] : [])).at(-1);

describe("a crashed worker", () => {
  it("is replaced from its last checkpoint, and training goes on exactly", async () => {
    const whole = await testPool();
    await whole.client.request("train", { steps: 12 });

    const { client, workers, events } = await testPool();
    await client.request("train", { steps: 6 });
    const pending = client.request("train", { steps: 100 });
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    await expect(pending).rejects.toMatchObject(crashed);
    // Waits for the new worker by itself.
    const { step, phase } = await client.request("pause", null);
    expect({ step, phase }).toEqual({ step: 6, phase: "paused" });
    expect(events).toContainEqual({ type: "restarted", runId: 1, step: 6 });
    expect(workers.map((worker) => worker.alive)).toEqual([false, true]);
    await client.request("train", { steps: 6 });
    expect(curve(events).slice(-6)).toEqual(curve(whole.events).slice(-6));
    expect((await client.request("diagnostics", null)).workerRestarts).toBe(1);
  });

  it("keeps live changes made after the checkpoint", async () => {
    const { client, events } = await testPool();
    await client.request("train", { steps: 3 });
    await client.request("setLive", { field: "objective.beta", value: 2 });
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    await client.request("train", { steps: 1 });
    expect(lastBatch(events)?.beta.at(-1)).toBe(2);
  });

  it("goes on with the training step that was chosen since", async () => {
    const { client, events } = await testPool();
    await client.request("setEngine", { engine: "reference" });
    await client.request("train", { steps: 3 });
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    const { engine, engineReason } = await client.request("diagnostics", null);
    expect({ engine, engineReason }).toEqual({ engine: "reference", engineReason: "asked-for" });
    const kinds = events.flatMap((event) => (event.type === "engine" ? [event.report.kind] : []));
    expect(kinds).toEqual(["compiled", "reference", "reference"]);
  });

  it("comes back with every lane", async () => {
    const whole = await testPool();
    await whole.client.request("train", { steps: 12 });

    const { client, workers, events, open } = await testPool();
    const other = await open(1);
    await client.request("train", { steps: 6 });
    await other.client.request("train", { steps: 9 });
    const pending = [client, other.client].map((api) => api.request("train", { steps: 1e5 }));
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    for (const lost of pending) await expect(lost).rejects.toMatchObject(crashed);
    expect((await client.request("pause", null)).step).toBe(6);
    expect((await other.client.request("pause", null)).step).toBe(9);
    expect(events).toContainEqual({ type: "restarted", runId: 1, step: 6 });
    expect(other.events).toContainEqual({ type: "restarted", runId: 1, step: 9 });
    expect(workers.map((worker) => worker.alive)).toEqual([false, true]);
    await client.request("train", { steps: 6 });
    await other.client.request("train", { steps: 3 });
    expect(curve(events).slice(-6)).toEqual(curve(whole.events).slice(-6));
    expect(curve(other.events).slice(-3)).toEqual(curve(whole.events).slice(-3));
  });

  it("comes back without the lanes that were disposed", async () => {
    const { pool, client, workers, open } = await testPool();
    const other = await open(1);
    other.client.dispose();
    workers.at(-1)?.handle.onCrash?.();
    expect((await client.request("pause", null)).step).toBe(0);
    const anew = pool.lane(1);
    expect(anew).not.toBe(other.client);
    await expect(anew.request("pause", null)).rejects.toMatchObject({ code: "not-ready" });
  });

  it("is given up after it breaks again and again", async () => {
    const { client, workers, events } = await testPool();
    for (let i = 0; i < 4; i++) workers.at(-1)?.handle.onCrash?.();
    await expect(decode(client)).rejects.toMatchObject(crashed);
    expect(events.at(-1)).toMatchObject({ type: "error", fault: crashed });
    expect(workers).toHaveLength(4);
  });

  it("is given up when it only starts and breaks, though it gives signs of life", async () => {
    const { client, workers } = await testPool();
    for (let i = 0; i < 4; i++) {
      // Waits for the new worker, which has told of its run by then.
      await client.request("pause", null);
      workers.at(-1)?.handle.onCrash?.();
    }
    await expect(decode(client)).rejects.toMatchObject(crashed);
    expect(workers).toHaveLength(4);
  });

  it("is not given up while something is learnt and saved in between", async () => {
    const { client, workers } = await testPool();
    for (let i = 0; i < 6; i++) {
      await client.request("train", { steps: 1 });
      workers.at(-1)?.handle.onCrash?.();
    }
    expect(await client.request("pause", null)).toMatchObject({ step: 6 });
  });
});

describe("a lane that kills the worker at each first step", () => {
  /** The model that does so: of another latent size than all others. */
  const deadly = tinyConfig({ model: { latent: 3 } });

  /** As the page does: after a crash, from where it came back, until it reaches `target`. */
  async function train(client: TrainerApi, target: number): Promise<number> {
    for (let step = 0; step < target;) {
      const asked = client.request("train", { steps: target - step });
      const done = await asked.catch(() => client.request("pause", null));
      step = done.step;
    }
    return target;
  }

  async function withDeadly() {
    const pool = await testPool(4, ({ latent }) => latent === 3);
    const bad = await pool.open(1, { config: deadly });
    return { ...pool, bad };
  }

  it("is stopped, and the others go on", async () => {
    const whole = await testPool();
    await whole.client.request("train", { steps: 60 });

    const { client, events, bad, workers } = await withDeadly();
    await client.request("train", { steps: 10 });
    const fine = train(client, 60);
    await expect(train(bad.client, 60)).rejects.toMatchObject(crashed);
    expect(await fine).toBe(60);
    expect(workers).toHaveLength(5);
    expect(curve(events).slice(-50)).toEqual(curve(whole.events).slice(-50));
    const faults = (told: readonly EngineEvent[]) => told.filter(({ type }) => type === "error");
    expect(faults(events)).toEqual([]);
    expect(faults(bad.events)).toMatchObject([{ fault: crashed }]);
    const progress = bad.events.findLast((event) => event.type === "progress");
    expect(progress).toMatchObject({ progress: { phase: "paused" } });
    expect(workers.at(-1)?.alive).toBe(true);
  });

  it("is stopped also where another saves what it learnt between any two crashes", async () => {
    const { client, bad, workers } = await withDeadly();
    for (let i = 1; i <= 4; i++) {
      expect(await client.request("train", { steps: 3 })).toMatchObject({ step: 3 * i });
      await expect(bad.client.request("train", { steps: 3 })).rejects.toMatchObject(crashed);
    }
    await expect(bad.client.request("pause", null)).rejects.toMatchObject(crashed);
    expect(await client.request("train", { steps: 3 })).toMatchObject({ step: 15 });
    expect(workers).toHaveLength(5);
  });

  it("is brought back when somebody trains it once more, and stopped again", async () => {
    const { client, bad, workers } = await withDeadly();
    await expect(train(bad.client, 60)).rejects.toMatchObject(crashed);
    await expect(decode(bad.client)).rejects.toMatchObject(crashed);
    await expect(train(bad.client, 60)).rejects.toMatchObject(crashed);
    expect(workers).toHaveLength(9);
    expect(await client.request("pause", null)).toMatchObject({ step: 0 });
  });

  it("is not blamed for what happens where it is not", async () => {
    const { client, bad, workers } = await withDeadly();
    await expect(train(bad.client, 60)).rejects.toMatchObject(crashed);
    const told = bad.events.length;
    // The second breaks before it has begun with anybody's work: any of its lanes may be the cause.
    for (let i = 0; i < 2; i++) workers.at(-1)?.handle.onCrash?.();
    expect(await client.request("pause", null)).toMatchObject({ step: 0 });
    expect(bad.events).toHaveLength(told);
  });

  it("may start another model, also where no lane is left and no worker", async () => {
    const { client, bad, workers } = await withDeadly();
    client.dispose();
    await expect(train(bad.client, 60)).rejects.toMatchObject(crashed);
    expect(workers.map((worker) => worker.alive)).not.toContain(true);
    await bad.client.request("start", startParams({ runId: 2 }));
    expect(await bad.client.request("train", { steps: 6 })).toMatchObject({ step: 6 });
  });
});
