import { expect, it } from "vitest";
import { noCache, openChunkCache } from "#/data/chunkCache.ts";
import { openDataset } from "#/data/openDataset.ts";
import { createMemoryCaches } from "#/data/testing/memoryCaches.ts";
import { createTinyServer } from "#/data/testing/tinyServer.ts";

it("lets a second visit do without the network", async () => {
  const storage = createMemoryCaches();
  const server = await createTinyServer();
  const first = openDataset({ ...server, cache: await openChunkCache(storage) });
  await first.whenChunk("train", 0);
  const offline = () => Promise.reject(new TypeError("failed to fetch"));
  const second = openDataset({ ...server, fetch: offline, cache: await openChunkCache(storage) });
  expect(await second.whenChunk("train", 0)).toBeNull();
  expect(await second.whenChunk("train", 1)).toMatchObject({ code: "offline" });
});

it("keeps nothing that failed its check, and fetches again what was spoilt on disk", async () => {
  const storage = createMemoryCaches();
  const server = await createTinyServer();
  const cache = await openChunkCache(storage);
  const url = new URL(server.entry.chunks[0]?.file ?? "", server.baseUrl).href;
  server.answer(0, (file) => new Response(file.subarray(0, 9)));
  await openDataset({ ...server, cache }).whenChunk("train", 0);
  expect(await cache.get(url)).toBeNull();

  await cache.put(url, Uint8Array.of(1, 2, 3));
  server.answer(0, null);
  expect(await openDataset({ ...server, cache }).whenChunk("train", 0)).toBeNull();
  expect((await cache.get(url))?.length).toBe(server.entry.chunks[0]?.bytes);
});

it("forgets what the manifest no longer names", async () => {
  const cache = await openChunkCache(createMemoryCaches());
  await cache.put("http://tiny.test/old.bin", Uint8Array.of(1));
  await cache.put("http://tiny.test/new.bin", Uint8Array.of(2));
  await cache.keepOnly(new Set(["http://tiny.test/new.bin"]));
  expect(await cache.get("http://tiny.test/old.bin")).toBeNull();
  expect(await cache.get("http://tiny.test/new.bin")).toEqual(Uint8Array.of(2));
});

it("fetches again what the disk no longer gives back", async () => {
  const server = await createTinyServer();
  const broken: Response = Object.assign(new Response(), {
    arrayBuffer: () => Promise.reject(new TypeError("ERR_CACHE_READ_FAILURE")),
  });
  const cache = await openChunkCache({
    open: async (name) => ({
      ...(await createMemoryCaches().open(name)),
      match: () => Promise.resolve(broken),
    }),
  });
  expect(await openDataset({ ...server, cache }).whenChunk("train", 0)).toBeNull();
});

it("does without storage that is absent or denied", async () => {
  expect(await openChunkCache(undefined)).toBe(noCache);
  const denied = createMemoryCaches({ denied: true });
  expect(await openChunkCache(denied)).toBe(noCache);
});
