/**
 * The data set in use, from the manifest or a person's own: the manifest read once, one set open at a
 * time and kept across runs, its progress and its faults told to the page. Knows nothing of training.
 */
import { parseManifest, type DatasetEntry, type Manifest } from "#/core/data/manifest.ts";
import { EngineError, type Fault } from "#/core/fault.ts";
import { noCache, openChunkCache, type ChunkCache, type ChunkStorage } from "#/data/chunkCache.ts";
import { openDataset, type Dataset, type DatasetProgress } from "#/data/openDataset.ts";
import { isOwnId, type OwnStore } from "#/data/own/ownStore.ts";
import type { Clock } from "#/worker/host/clock.ts";
import { notReady, unknownDataSet } from "#/worker/host/faults.ts";
import type { DatasetSummary } from "#/worker/protocol/run.ts";

export interface DatasetsHost {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Undefined where the page is not a secure context. */
  readonly caches: ChunkStorage | undefined;
  /** Imported sets. */
  readonly own: Pick<OwnStore, "entry" | "chunk">;
  /** At most ten a second, but for a chunk that ended. */
  changed(summary: DatasetSummary): void;
  /** Once for each file that fails, and again if it fails again after a retry. */
  failed(fault: Fault): void;
}

const reportMs = 100;

export class Datasets {
  readonly #host: DatasetsHost;
  #baseUrl: string | null = null;
  #manifest: Promise<Manifest> | null = null;
  #cache: Promise<ChunkCache> | null = null;
  #open: Dataset | null = null;
  #announced: readonly Fault[] = [];
  #reportedAt = -Infinity;
  #endedChunks = 0;

  constructor(host: DatasetsHost) {
    this.#host = host;
  }

  /** Where the manifest lies; begins to read it. */
  useBase(dataUrl: string): void {
    this.#baseUrl = dataUrl.endsWith("/") ? dataUrl : `${dataUrl}/`;
    this.#manifest = null;
    // Whoever opens a set meets the failure.
    this.#readManifest().catch(() => undefined);
  }

  /** @throws EngineError "manifest-missing", "unknown-data-set". */
  async entry(id: string): Promise<DatasetEntry> {
    // A set of one's own that was removed while it is open goes on until another takes its place.
    if (isOwnId(id) && this.#open?.entry.id === id) return this.#open.entry;
    const entry = isOwnId(id)
      ? await this.#host.own.entry(id)
      : (await this.#readManifest()).sets.find((set) => set.id === id);
    if (entry === null || entry === undefined) throw unknownDataSet(id);
    return entry;
  }

  /** @throws EngineError as `entry`. */
  async open(id: string): Promise<Dataset> {
    const entry = await this.entry(id);
    if (this.#open?.entry.id === id) return this.#open;
    this.#open?.[Symbol.dispose]();
    this.#open = isOwnId(id) ? this.#openOwn(entry) : await this.#openPackaged(entry);
    return this.#open;
  }

  /** @throws EngineError "not-ready". */
  get current(): Dataset {
    if (this.#open === null) throw notReady();
    return this.#open;
  }

  summary(): DatasetSummary {
    const { entry, progress } = this.current;
    return {
      id: entry.id,
      train: entry.counts.train,
      test: entry.counts.test,
      shape: entry.shape,
      classes: entry.classes,
      loadedChunks: progress.loadedChunks,
      totalChunks: progress.totalChunks,
      loadedImages: progress.loadedImages,
      loadedBytes: progress.loadedBytes,
      totalBytes: progress.totalBytes,
      failed: progress.failed.map(fileOf),
    };
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

  async #openPackaged(entry: DatasetEntry): Promise<Dataset> {
    this.#cache ??= this.#openCache();
    return this.#openEntry(entry, this.#host.fetch, await this.#cache);
  }

  /** Its chunks lie in storage already: "fetching" one is reading it from there. */
  #openOwn(entry: DatasetEntry): Dataset {
    const read: typeof fetch = async (input) => {
      const url = input instanceof Request ? input.url : input.toString();
      const bytes = await this.#host.own.chunk(url.slice((this.#baseUrl ?? "").length));
      return bytes === null ? new Response(null, { status: 404 }) : new Response(bytes);
    };
    return this.#openEntry(entry, read, noCache);
  }

  #openEntry(entry: DatasetEntry, get: typeof fetch, cache: ChunkCache): Dataset {
    this.#announced = [];
    this.#endedChunks = 0;
    return openDataset({
      entry,
      baseUrl: this.#baseUrl ?? "",
      fetch: get,
      cache,
      onProgress: (progress) => {
        // A set that was replaced may still have a packet on its way.
        if (this.#open?.entry.id === entry.id) this.#progressed(progress);
      },
    });
  }

  #progressed({ failed, loadedChunks }: DatasetProgress): void {
    for (const fault of failed) if (!this.#announced.includes(fault)) this.#host.failed(fault);
    this.#announced = failed;
    const now = this.#host.clock.now();
    const ended = loadedChunks + failed.length;
    if (ended === this.#endedChunks && now - this.#reportedAt < reportMs) return;
    this.#endedChunks = ended;
    this.#reportedAt = now;
    this.#host.changed(this.summary());
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

function fileOf(fault: Fault): string {
  return String(fault.values?.["file"] ?? fault.message);
}
