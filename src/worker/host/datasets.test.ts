/** What a visit leaves in storage: the chunks of this build, and none of the ones before. */
import { expect, it } from "vitest";
import { openChunkCache } from "#/data/chunkCache.ts";
import { createMemoryCaches } from "#/data/testing/memoryCaches.ts";
import { createTinyServer } from "#/data/testing/tinyServer.ts";
import { Datasets } from "#/worker/host/datasets.ts";
import { TestClock, withManifest } from "#/worker/host/testing/testHost.ts";

it("drops what earlier builds kept, and nothing else", async () => {
  const server = await createTinyServer();
  const caches = createMemoryCaches();
  const cache = await openChunkCache(caches);
  const kept = new URL(server.entry.chunks[0]?.file ?? "", server.baseUrl).href;
  const stale = `${server.baseUrl}tiny/train-0.00000000.bin`;
  for (const url of [kept, stale]) await cache.put(url, Uint8Array.of(1));
  const datasets = new Datasets({
    clock: new TestClock(false),
    fetch: withManifest(server),
    caches,
    changed: () => undefined,
    failed: () => undefined,
  });
  datasets.useBase(server.baseUrl);
  await datasets.open("tiny");
  await expect.poll(() => cache.get(stale)).toBeNull();
  expect(await cache.get(kept)).not.toBeNull();
});
