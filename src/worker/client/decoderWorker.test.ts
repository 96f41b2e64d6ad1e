/** The second worker over real hosts in this process: when it decodes, and with whose weights. */
import { describe, expect, it } from "vitest";
import { decode, startParams, testPool, z } from "#/worker/client/testing/testPool.ts";
import { tinyConfig } from "#/worker/host/testing/testHost.ts";
import type { Method } from "#/worker/protocol/messages.ts";

describe("the second worker", () => {
  it("is started only when frames of the history are decoded, and decodes them alike", async () => {
    const { client, workers } = await testPool();
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
    const { client, open, workers } = await testPool(100);
    await client.request("train", { steps: 4 });
    const { images } = await decode(client);
    const other = await open(1);
    const training = other.client.request("train", { steps: 1e5 });
    await expect
      .poll(() =>
        other.events.some((event) => event.type === "progress" && event.progress.msPerStep > 60),
      )
      .toBe(true);
    expect(workers).toHaveLength(1);
    expect(await decode(client)).toMatchObject({ images, step: 4 });
    expect(workers).toHaveLength(2);
    await other.client.request("pause", null);
    await training;
  });

  it("keeps a decoder for each lane, until it ends", async () => {
    const { client, open, workers } = await testPool();
    const other = await open(1);
    await client.request("train", { steps: 4 });
    const lanes = await Promise.all(
      [client, other.client].map(async (api) => ({
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
    other.client.dispose();
    const count = (method: Method) => workers[1]?.asked.filter((asked) => asked === method).length;
    await expect.poll(() => count("end")).toBe(1);
    expect([count("initialise"), count("load"), count("decode")]).toEqual([1, 2, 6]);
  });

  it("decodes a class of a conditional model", async () => {
    const { client } = await testPool();
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
    const { pool, client, workers, events, time } = await testPool(100);
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
