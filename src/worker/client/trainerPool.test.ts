/** The pool over real hosts in this process: crashes, stale events, lanes and the second worker. */
import { describe, expect, it } from "vitest";
import { ClientMemory } from "#/worker/client/memory.ts";
import { createTrainerPool } from "#/worker/client/trainerPool.ts";
import type { EngineEvent, Method, Params, TrainerApi } from "#/worker/protocol/messages.ts";
import { mainLane, type LaneId, type TrainerPool } from "#/worker/protocol/lanes.ts";
import { testPreview } from "#/worker/testing/testConfig.ts";
import { tinyConfig } from "#/worker/host/testing/testHost.ts";
import { testWorkers } from "#/worker/host/testing/testWorkers.ts";

function startParams(change: Partial<Params<"start">> = {}): Params<"start"> {
  const preview = testPreview();
  return { runId: 1, config: tinyConfig(), live: [], checkpoint: null, preview, ...change };
}

async function connect(msPerStep = 4) {
  const { spawn, workers, dataUrl } = await testWorkers(msPerStep);
  const time = { now: 0 };
  const pool = createTrainerPool({ spawn, now: () => time.now });
  const client = pool.lane(mainLane);
  const events: EngineEvent[] = [];
  client.subscribe((event) => events.push(event));
  await client.request("initialise", { dataUrl, wasmUrl: "", backend: "wasm" });
  await client.request("start", startParams());
  return { pool, client, dataUrl, workers, events, time };
}

/** Another lane, with the run that the first one has. */
async function openLane(pool: TrainerPool, id: LaneId, dataUrl: string) {
  const api = pool.lane(id);
  const events: EngineEvent[] = [];
  api.subscribe((event) => events.push(event));
  await api.request("initialise", { dataUrl, wasmUrl: "", backend: "wasm" });
  await api.request("start", startParams());
  return { api, events };
}

const z = new Float32Array([1, 0]);
const decode = (client: TrainerApi) =>
  client.request("decode", { z, count: 1, raw: false, labels: null });

const curve = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === "metrics" ? [...event.batch.reconstruction] : []));

describe("a crashed worker", () => {
  it("is replaced from its last checkpoint, and training goes on exactly", async () => {
    const whole = await connect();
    await whole.client.request("train", { steps: 12 });

    const { client, workers, events } = await connect();
    await client.request("train", { steps: 6 });
    const pending = client.request("train", { steps: 100 });
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    await expect(pending).rejects.toMatchObject({ code: "worker-crashed" });
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
    const { client, events } = await connect();
    await client.request("train", { steps: 3 });
    await client.request("setLive", { field: "objective.beta", value: 2 });
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    await client.request("train", { steps: 1 });
    const batch = events.flatMap((event) => (event.type === "metrics" ? [event.batch] : [])).at(-1);
    expect(batch?.beta.at(-1)).toBe(2);
  });

  it("comes back with every lane", async () => {
    const whole = await connect();
    await whole.client.request("train", { steps: 12 });

    const { pool, client, dataUrl, workers, events } = await connect();
    const other = await openLane(pool, 1, dataUrl);
    await client.request("train", { steps: 6 });
    await other.api.request("train", { steps: 9 });
    const pending = [client, other.api].map((api) => api.request("train", { steps: 1e5 }));
    await client.request("simulate", { fault: "worker-crash" }).catch(() => null);
    for (const lost of pending)
      await expect(lost).rejects.toMatchObject({ code: "worker-crashed" });
    expect((await client.request("pause", null)).step).toBe(6);
    expect((await other.api.request("pause", null)).step).toBe(9);
    expect(events).toContainEqual({ type: "restarted", runId: 1, step: 6 });
    expect(other.events).toContainEqual({ type: "restarted", runId: 1, step: 9 });
    expect(workers.map((worker) => worker.alive)).toEqual([false, true]);
    await client.request("train", { steps: 6 });
    await other.api.request("train", { steps: 3 });
    expect(curve(events).slice(-6)).toEqual(curve(whole.events).slice(-6));
    expect(curve(other.events).slice(-3)).toEqual(curve(whole.events).slice(-3));
  });

  it("comes back without the lanes that were disposed", async () => {
    const { pool, client, dataUrl, workers } = await connect();
    const other = await openLane(pool, 1, dataUrl);
    other.api.dispose();
    workers.at(-1)?.handle.onCrash?.();
    expect((await client.request("pause", null)).step).toBe(0);
    const anew = pool.lane(1);
    expect(anew).not.toBe(other.api);
    await expect(anew.request("pause", null)).rejects.toMatchObject({ code: "not-ready" });
  });

  it("is given up after it breaks again and again", async () => {
    const { client, workers, events } = await connect();
    for (let i = 0; i < 4; i++) workers.at(-1)?.handle.onCrash?.();
    await expect(decode(client)).rejects.toMatchObject({ code: "worker-crashed" });
    expect(events.at(-1)).toMatchObject({ type: "error", fault: { code: "worker-crashed" } });
    expect(workers).toHaveLength(4);
  });

  it("is given up when it only starts and breaks, though it gives signs of life", async () => {
    const { client, workers } = await connect();
    for (let i = 0; i < 4; i++) {
      // Waits for the new worker, which has told of its run by then.
      await client.request("pause", null);
      workers.at(-1)?.handle.onCrash?.();
    }
    await expect(decode(client)).rejects.toMatchObject({ code: "worker-crashed" });
    expect(workers).toHaveLength(4);
  });
});

describe("a lane", () => {
  it("is one object a number, hears its own events alone, and ends when disposed", async () => {
    const { pool, client, dataUrl, events } = await connect();
    const other = await openLane(pool, 3, dataUrl);
    expect(pool.lane(3)).toBe(other.api);
    await other.api.request("train", { steps: 4 });
    expect(curve(other.events)).toHaveLength(4);
    expect(curve(events)).toHaveLength(0);
    const training = other.api.request("train", { steps: 1e6 });
    other.api.dispose();
    await training;
    const late = other.api.request("pause", null);
    await expect(late).rejects.toMatchObject({ code: "cancelled" });
    await client.request("train", { steps: 4 });
    expect(curve(events)).toEqual(curve(other.events).slice(0, 4));
  });
});

it("drops events of an older run", async () => {
  const { client, events } = await connect();
  const old = client.request("train", { steps: 1000 });
  await expect.poll(() => events.some((event) => event.type === "metrics")).toBe(true);
  const next = client.request("start", startParams({ runId: 2 }));
  await next;
  await old;
  const runs = events.map((event) => event.runId);
  expect(runs.slice(runs.indexOf(2)).every((runId) => runId === 2)).toBe(true);
});

it("still hears the run before when a start is refused", async () => {
  const { client, events } = await connect();
  const refused = startParams({ runId: 2, config: tinyConfig({ training: { batch: 11 } }) });
  await expect(client.request("start", refused)).rejects.toMatchObject({ code: "batch-too-large" });
  await client.request("train", { steps: 2 });
  expect(curve(events)).toHaveLength(2);
});

it("comes back to the run before when a start broke after its first events", () => {
  const memory = new ClientMemory();
  memory.starting(startParams());
  memory.started(1);
  memory.starting(startParams({ runId: 2 }));
  expect(memory.hears(2)).toBe(true);
  memory.refused(2);
  expect(memory.runId).toBe(1);
  memory.starting(startParams({ runId: 3 }));
  memory.refused(3);
  expect(memory.hears(3)).toBe(false);
});

describe("the second worker", () => {
  it("is started only when frames of the history are decoded, and decodes them alike", async () => {
    const { client, workers } = await connect();
    await client.request("train", { steps: 4 });
    const weights = await client.request("weights", null);
    const { images } = await decode(client);
    await client.request("train", { steps: 4 });
    expect(workers).toHaveLength(1);
    const past = await client.decodeWith(tinyConfig(), [2, 2, 1], weights, z, 1);
    expect(past).toEqual(images);
    expect(workers).toHaveLength(2);
  });

  it("decodes a lane at rest while another takes long steps", async () => {
    const { pool, client, dataUrl, workers } = await connect(100);
    await client.request("train", { steps: 4 });
    const { images } = await decode(client);
    const other = await openLane(pool, 1, dataUrl);
    const training = other.api.request("train", { steps: 1e5 });
    await expect
      .poll(() =>
        other.events.some((event) => event.type === "progress" && event.progress.msPerStep > 60),
      )
      .toBe(true);
    expect(workers).toHaveLength(1);
    expect(await decode(client)).toMatchObject({ images, step: 4 });
    expect(workers).toHaveLength(2);
    await other.api.request("pause", null);
    await training;
  });

  it("keeps a decoder for each lane, until it ends", async () => {
    const { pool, client, dataUrl, workers } = await connect();
    const other = await openLane(pool, 1, dataUrl);
    await client.request("train", { steps: 4 });
    const lanes = await Promise.all(
      [client, other.api].map(async (api) => ({
        api,
        weights: await api.request("weights", null),
        images: (await decode(api)).images,
      })),
    );
    for (let i = 0; i < 3; i++) {
      for (const { api, weights, images } of lanes) {
        expect(await api.decodeWith(tinyConfig(), [2, 2, 1], weights, z, 1)).toEqual(images);
      }
    }
    other.api.dispose();
    const count = (method: Method) => workers[1]?.asked.filter((asked) => asked === method).length;
    await expect.poll(() => count("end")).toBe(1);
    expect([count("initialise"), count("load"), count("decode")]).toEqual([1, 2, 6]);
  });

  it("decodes a class of a conditional model", async () => {
    const { client } = await connect();
    const config = tinyConfig({ model: { condition: "label" } });
    await client.request("start", startParams({ runId: 2, config }));
    await client.request("train", { steps: 4 });
    const weights = await client.request("weights", null);
    const image = [2, 2, 1] as const;
    const labels = Uint8Array.of(1);
    const asked = { z, count: 1, raw: false, labels };
    const { images } = await client.request("decode", asked);
    const options = { labels, classes: 2 };
    expect(await client.decodeWith(config, image, weights, z, 1, options)).toEqual(images);
    await expect(
      client.decodeWith(config, image, weights, z, 1, { classes: 2 }),
    ).rejects.toMatchObject({ code: "images-invalid" });
  });

  it("decodes while steps are long, with weights whose step it tells", async () => {
    const { pool, client, workers, events, time } = await connect(100);
    const training = client.request("train", { steps: 300 });
    await expect
      .poll(() =>
        events.some((event) => event.type === "progress" && event.progress.msPerStep > 60),
      )
      .toBe(true);
    const first = await decode(client);
    expect(workers).toHaveLength(2);
    time.now += 1000;
    await decode(client);
    await expect
      .poll(async () => (await decode(client)).step, { timeout: 2000 })
      .toBeGreaterThan(first.step);
    await client.request("pause", null);
    const { step } = await training;
    // Paused, the trainer itself answers, with its newest weights.
    expect((await decode(client)).step).toBe(step);
    pool[Symbol.dispose]();
    expect(workers.map((worker) => worker.alive)).toEqual([false, false]);
  });
});
