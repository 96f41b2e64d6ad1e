/** Cache storage that lives as long as the test, or that the browser denies. For tests alone. */
import type { ChunkStorage } from "#/data/chunkCache.ts";

export function createMemoryCaches({ denied = false } = {}): ChunkStorage {
  const entries = new Map<string, Response>();
  const urlOf = (info: RequestInfo | URL) => (info instanceof Request ? info.url : info.toString());
  return {
    open: () =>
      denied
        ? Promise.reject(new DOMException("denied", "SecurityError"))
        : Promise.resolve({
            match: (request) => Promise.resolve(entries.get(urlOf(request))?.clone()),
            put: (request, response) => {
              entries.set(urlOf(request), response.clone());
              return Promise.resolve();
            },
            keys: () => Promise.resolve(Array.from(entries.keys(), (url) => new Request(url))),
            delete: (request) => Promise.resolve(entries.delete(urlOf(request))),
          }),
  };
}
