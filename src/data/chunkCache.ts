/**
 * Keeps chunks across visits in the browser's Cache storage, so that a visited set trains offline.
 * File names carry their checksum, so an entry never goes stale, and what the manifest no longer
 * names is dropped. Without Cache storage (plain http, storage denied) nothing is kept and nothing
 * fails.
 */
export interface ChunkCache {
  /** The file's bytes as they were stored, or null. */
  get(url: string): Promise<Uint8Array<ArrayBuffer> | null>;
  put(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Forgets every file whose URL is not in `urls`. */
  keepOnly(urls: ReadonlySet<string>): Promise<void>;
}

/** What is used of `CacheStorage`. */
export interface ChunkStorage {
  open(name: string): Promise<Pick<Cache, "match" | "put" | "keys" | "delete">>;
}

const cacheName = "chunks-v1";

export const noCache: ChunkCache = {
  get: () => Promise.resolve(null),
  put: () => Promise.resolve(),
  keepOnly: () => Promise.resolve(),
};

/** @param storage `globalThis.caches`, undefined where the page is not a secure context */
export async function openChunkCache(storage: ChunkStorage | undefined): Promise<ChunkCache> {
  const cache = await storage?.open(cacheName).catch(() => undefined);
  if (cache === undefined) return noCache;
  return {
    async get(url) {
      // A disk may have lost what the list still names: then the file is fetched again.
      const found = await cache.match(url).catch(() => undefined);
      const bytes = await found?.arrayBuffer().catch(() => undefined);
      return bytes === undefined ? null : new Uint8Array(bytes);
    },
    async put(url, bytes) {
      // A full disk must not stop training: the chunk is simply fetched again next time.
      await cache.put(url, new Response(bytes)).catch(() => undefined);
    },
    async keepOnly(urls) {
      const requests = await cache.keys().catch(() => []);
      const stale = requests.filter((request) => !urls.has(request.url));
      await Promise.all(stale.map((request) => cache.delete(request).catch(() => false)));
    },
  };
}
