import { describe, expect, it } from "vitest";
import { createDataOrder } from "#/core/data/order.ts";
import { openDataset } from "#/data/openDataset.ts";
import { createTinyServer, type TinyServer } from "#/data/testing/tinyServer.ts";
import { createTrainingBatches } from "#/data/trainingBatches.ts";

const order = createDataOrder({
  seed: 3,
  chunkCounts: [4, 3, 3],
  trainLimit: null,
  batch: 3,
  lastBatch: "keep",
});

const going = new AbortController().signal;

function batchesOf(server: TinyServer) {
  const dataset = openDataset(server);
  return { dataset, batches: createTrainingBatches(dataset, order) };
}

async function take(server: TinyServer, steps: number): Promise<number[][]> {
  const { batches } = batchesOf(server);
  const taken: number[][] = [];
  for (let step = 0; step < steps; step++) {
    taken.push(Array.from((await batches.next(going)) ?? []));
  }
  return taken;
}

describe("training batches", () => {
  it("are the same on a slow network as on a fast one", async () => {
    const slow = await createTinyServer();
    for (const [chunk, delay] of [8, 1, 4].entries()) {
      slow.answer(chunk, async (file) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        return new Response(file);
      });
    }
    expect(await take(slow, 9)).toEqual(await take(await createTinyServer(), 9));
  });

  it("resume from a cursor", async () => {
    const whole = await take(await createTinyServer(), 6);
    const { batches } = batchesOf(await createTinyServer());
    batches.cursor = order.cursorAt(4);
    expect(Array.from((await batches.next(going)) ?? [])).toEqual(whole[4]);
  });

  it("leave out a chunk that failed and go on", async () => {
    const server = await createTinyServer();
    server.answer(1, () => new Response(null, { status: 404 }));
    const images = (await take(server, 3)).flat();
    expect(images.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 7, 8, 9]);
  });

  it("remember that they went without a chunk, also after it was fetched again", async () => {
    const server = await createTinyServer();
    server.answer(1, () => new Response(null, { status: 404 }));
    const { dataset, batches } = batchesOf(server);
    await batches.next(going);
    expect(batches.passedOver).toBe(false);
    for (let step = 0; step < 2; step++) await batches.next(going);
    expect(batches.passedOver).toBe(true);
    server.answer(1, null);
    await dataset.retry();
    await batches.next(going);
    expect(batches.passedOver).toBe(true);
  });

  it("end when nothing can be had", async () => {
    const server = await createTinyServer();
    for (const chunk of [0, 1, 2]) server.answer(chunk, () => new Response(null, { status: 404 }));
    expect(await batchesOf(server).batches.next(going)).toBeNull();
  });

  it("stop waiting when told to, and can be asked again", async () => {
    const server = await createTinyServer();
    let release: () => void = () => undefined;
    server.answer(0, async (file) => {
      await new Promise<void>((resolve) => (release = resolve));
      return new Response(file);
    });
    const { batches } = batchesOf(server);
    const stop = new AbortController();
    const stopped = batches.next(stop.signal);
    expect(batches.waiting).toBe(true);
    stop.abort();
    await expect(stopped).rejects.toThrow("Stopped while waiting");
    release();
    expect(await batches.next(going)).toHaveLength(3);
  });
});

it("fetches a chunk shortly before it is needed, and no sooner", async () => {
  const many = createDataOrder({
    seed: 3,
    chunkCounts: [4, 3, 3],
    trainLimit: 4,
    batch: 2,
    lastBatch: "keep",
  });
  const server = await createTinyServer();
  const batches = createTrainingBatches(openDataset(server), many);
  for (let step = 0; step < 6; step++) await batches.next(going);
  expect(server.asked).toEqual(["tiny/train-0.26bdbf76.bin"]);
});
