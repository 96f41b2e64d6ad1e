/** What a visit leaves in storage, and where a person's own sets come from. */
import { describe, expect, it } from "vitest";
import { openChunkCache } from "#/data/chunkCache.ts";
import { tinyChunkBytes } from "#/core/data/testing/tinySet.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { createMemoryDatabase } from "#/data/own/testing/memoryDatabase.ts";
import { createMemoryCaches } from "#/data/testing/memoryCaches.ts";
import { createTinyServer, type TinyServer } from "#/data/testing/tinyServer.ts";
import { Datasets, type DatasetsHost } from "#/worker/host/datasets.ts";
import type { DatasetUser } from "#/worker/host/openSet.ts";
import { TestClock, withManifest } from "#/worker/host/testing/testHost.ts";

const quiet: DatasetUser = { changed: () => undefined, failed: () => undefined };

function datasetsOn(server: TinyServer, host: Partial<DatasetsHost> = {}): Datasets {
  const datasets = new Datasets({
    clock: new TestClock(false),
    fetch: withManifest(server),
    caches: undefined,
    own: createOwnStore(createMemoryDatabase()),
    ...host,
  });
  datasets.useBase(server.baseUrl);
  return datasets;
}

it("drops what earlier builds kept, and nothing else", async () => {
  const server = await createTinyServer();
  const caches = createMemoryCaches();
  const cache = await openChunkCache(caches);
  const kept = new URL(server.entry.chunks[0]?.file ?? "", server.baseUrl).href;
  const stale = `${server.baseUrl}tiny/train-0.00000000.bin`;
  for (const url of [kept, stale]) await cache.put(url, Uint8Array.of(1));
  await datasetsOn(server, { caches }).use("tiny", quiet);
  await expect.poll(() => cache.get(stale)).toBeNull();
  expect(await cache.get(kept)).not.toBeNull();
});

describe("a set of one's own", () => {
  async function withOwnSet() {
    const server = await createTinyServer();
    const own = createOwnStore(createMemoryDatabase());
    const numbers = { train: 0, test: 0 };
    for (const { file, split } of server.entry.chunks) {
      await own.putChunk(file, tinyChunkBytes(split, numbers[split]++));
    }
    await own.commit({ ...server.entry, id: "own-0badcafe" });
    return { server, own, datasets: datasetsOn(server, { own }) };
  }

  it("is read from storage, and asks the server for nothing", async () => {
    const { server, datasets } = await withOwnSet();
    const { dataset: set } = await datasets.use("own-0badcafe", quiet);
    expect(await set.whenImage("train", 9)).toBeNull();
    expect(await set.whenImage("test", 3)).toBeNull();
    const pixels = new Float32Array(4);
    set.train.fill([9], pixels);
    expect(Array.from(pixels, (x) => Math.round(255 * x))).toEqual([90, 91, 92, 93]);
    expect(server.asked).toEqual([]);
  });

  it("goes on while it is used, and is unknown once nobody does", async () => {
    const { own, datasets } = await withOwnSet();
    const first = await datasets.use("own-0badcafe", { ...quiet });
    await own.remove("own-0badcafe");
    const second = await datasets.use("own-0badcafe", { ...quiet });
    expect(second.dataset).toBe(first.dataset);
    first[Symbol.dispose]();
    expect((await datasets.entry("own-0badcafe")).id).toBe("own-0badcafe");
    second[Symbol.dispose]();
    await expect(datasets.use("own-0badcafe", quiet)).rejects.toMatchObject({
      code: "unknown-data-set",
    });
  });

  it("says which file is missing where storage lost one", async () => {
    const { own, datasets, server } = await withOwnSet();
    await own.discard([server.entry.chunks[0]?.file ?? ""]);
    const { dataset: set } = await datasets.use("own-0badcafe", quiet);
    expect(await set.whenImage("train", 0)).toMatchObject({ code: "chunk-missing" });
  });
});
