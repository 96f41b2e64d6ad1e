/**
 * The data sets in use, from the manifest or a person's own: the manifest read once, and each set open
 * once, however many use it, until nobody does. Knows nothing of training.
 */
import { parseManifest, type DatasetEntry, type Manifest } from "#/core/data/manifest.ts";
import { EngineError } from "#/core/fault.ts";
import { noCache, openChunkCache, type ChunkCache, type ChunkStorage } from "#/data/chunkCache.ts";
import { openDataset } from "#/data/openDataset.ts";
import { isOwnId, type OwnStore } from "#/data/own/ownStore.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { notReady, unknownDataSet } from "#/worker/host/faults.ts";
import { OpenSet, type DatasetUse, type DatasetUser } from "#/worker/host/openSet.ts";

export interface DatasetsHost {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Undefined where the page is not a secure context. */
  readonly caches: ChunkStorage | undefined;
  /** Imported sets. */
  readonly own: Pick<OwnStore, "entry" | "chunk">;
}

export class Datasets {
  readonly #host: DatasetsHost;
  #baseUrl: string | null = null;
  #manifest: Promise<Manifest> | null = null;
  #cache: Promise<ChunkCache> | null = null;
  readonly #open = new Map<string, OpenSet>();

  constructor(host: DatasetsHost) {
    this.#host = host;
  }

  /** Where the manifest lies; begins to read it, if that is news. */
  useBase(dataUrl: string): void {
    const baseUrl = dataUrl.endsWith("/") ? dataUrl : `${dataUrl}/`;
    if (baseUrl === this.#baseUrl && this.#manifest !== null) return;
    this.#baseUrl = baseUrl;
    this.#manifest = null;
    // Whoever opens a set meets the failure.
    this.#readManifest().catch(() => undefined);
  }

  /** @throws EngineError "manifest-missing", "unknown-data-set". */
  async entry(id: string): Promise<DatasetEntry> {
    // A set of one's own that was removed while it is open goes on until nobody uses it.
    const open = isOwnId(id) ? this.#open.get(id) : undefined;
    if (open !== undefined) return open.dataset.entry;
    const entry = isOwnId(id)
      ? await this.#host.own.entry(id)
      : (await this.#readManifest()).sets.find((set) => set.id === id);
    if (entry === null || entry === undefined) throw unknownDataSet(id);
    return entry;
  }

  /** For one user, who disposes it. @throws EngineError as `entry`. */
  async use(id: string, user: DatasetUser): Promise<DatasetUse> {
    const entry = await this.entry(id);
    const [get, cache] = isOwnId(id)
      ? [this.#readOwn, noCache]
      : [this.#host.fetch, await (this.#cache ??= this.#openCache())];
    // Another may have opened it meanwhile.
    const set = this.#open.get(id) ?? this.#openEntry(entry, get, cache);
    return set.use(user);
  }

  /** Files of earlier builds go: each carries its checksum in its name, so none is used again. */
  async #openCache(): Promise<ChunkCache> {
    const [cache, { sets }] = await Promise.all([
      openChunkCache(this.#host.caches),
      this.#readManifest(),
    ]);
    const files = sets.flatMap(({ chunks }) => chunks.map(({ file }) => file));
    const named = new Set(files.map((file) => new URL(file, this.#baseUrl ?? "").href));
    void cache.keepOnly(named);
    return cache;
  }

  /** Its chunks lie in storage already: "fetching" one is reading it from there. */
  readonly #readOwn: typeof fetch = async (input) => {
    const url = input instanceof Request ? input.url : input.toString();
    const bytes = await this.#host.own.chunk(url.slice((this.#baseUrl ?? "").length));
    return bytes === null ? new Response(null, { status: 404 }) : new Response(bytes);
  };

  #openEntry(entry: DatasetEntry, get: typeof fetch, cache: ChunkCache): OpenSet {
    const baseUrl = this.#baseUrl ?? "";
    const set = new OpenSet(
      (onProgress) => openDataset({ entry, baseUrl, fetch: get, cache, onProgress }),
      this.#host.clock,
      () => this.#open.delete(entry.id),
    );
    this.#open.set(entry.id, set);
    return set;
  }

  #readManifest(): Promise<Manifest> {
    if (this.#manifest !== null) return this.#manifest;
    const reading = fetchManifest(this.#baseUrl, this.#host.fetch);
    this.#manifest = reading;
    // A failure is not kept: the next start tries again.
    reading.catch(() => {
      if (this.#manifest === reading) this.#manifest = null;
    });
    return reading;
  }
}

async function fetchManifest(baseUrl: string | null, get: typeof fetch): Promise<Manifest> {
  if (baseUrl === null) throw notReady();
  const response = await get(new URL("manifest.json", baseUrl)).catch(() => null);
  const body: unknown = response?.ok === true ? await response.json().catch(() => null) : null;
  const parsed = parseManifest(body);
  if (!parsed.ok) throw new EngineError(parsed.error);
  return parsed.value;
}
