/**
 * One data set as it streams in. Chunks are fetched one at a time, in the order in which they are
 * asked for, and only when asked for. One that cannot be had leaves the others alone: it is marked
 * failed until a retry. Decides nothing about training; see trainingBatches.ts.
 */
import { chunksOf, dimensionsOf, type DatasetEntry, type Split } from "#/core/data/manifest.ts";
import { type Fault } from "#/core/fault.ts";
import { noCache, type ChunkCache } from "#/data/chunkCache.ts";
import { chunkFault } from "#/data/chunkFaults.ts";
import { fetchChunk } from "#/data/fetchChunk.ts";
import { createSplitPixels, type SplitPixels } from "#/data/pixels.ts";

export interface DatasetOptions {
  readonly entry: DatasetEntry;
  /** Absolute URL of the folder that holds the manifest, with its closing slash. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly cache?: ChunkCache;
  /** Called after every change of `progress`, at most once a network packet. */
  readonly onProgress?: (progress: DatasetProgress) => void;
}

export interface DatasetProgress {
  readonly loadedChunks: number;
  readonly totalChunks: number;
  /** Training images. */
  readonly loadedImages: number;
  readonly loadedBytes: number;
  readonly totalBytes: number;
  readonly failed: readonly Fault[];
}

/** Null: loaded and sound. */
export type ChunkOutcome = Fault | null;

export interface Dataset extends Disposable {
  readonly entry: DatasetEntry;
  readonly progress: DatasetProgress;
  /** Image access; throws for images that are not loaded. */
  readonly train: SplitPixels;
  readonly test: SplitPixels;
  /** Asks for a chunk of a split (in manifest order) and tells how it ended. Never rejects. */
  whenChunk(split: Split, chunk: number): Promise<ChunkOutcome>;
  /** As `whenChunk`, for the chunk that holds an image. */
  whenImage(split: Split, index: number): Promise<ChunkOutcome>;
  stateOf(split: Split, index: number): "loaded" | "waiting" | "failed";
  /** Fetches again every chunk that failed; resolves when all have ended. */
  retry(): Promise<void>;
}

export function openDataset(options: DatasetOptions): Dataset {
  const { entry, baseUrl, cache = noCache } = options;
  const pixels = {
    train: createSplitPixels(entry, "train"),
    test: createSplitPixels(entry, "test"),
  };
  const bytesAnImage = dimensionsOf(entry) + 1 + entry.factors.length;
  const outcomes = new Map<string, Promise<ChunkOutcome>>();
  const received = new Map<string, number>();
  const sound = new Set<string>();
  const failed = new Map<string, Fault>();
  const abort = new AbortController();
  const stopped = () => abort.signal.aborted;
  let queue: Promise<unknown> = Promise.resolve();

  function progress(): DatasetProgress {
    const sum = (values: Iterable<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    const train = chunksOf(entry, "train").filter(({ file }) => sound.has(file));
    return {
      loadedChunks: sound.size,
      totalChunks: entry.chunks.length,
      loadedImages: sum(train.map(({ count }) => count)),
      loadedBytes: sum(received.values()),
      totalBytes: sum(entry.chunks.map(({ bytes }) => bytes)),
      failed: Array.from(failed.values()),
    };
  }

  async function load(split: Split, number: number, fresh: boolean): Promise<ChunkOutcome> {
    const chunk = chunksOf(entry, split)[number];
    if (chunk === undefined) throw new Error(`${entry.id} has no ${split} chunk ${number}`);
    if (stopped()) return chunkFault("cancelled", chunk);
    const note = (bytes: number) => {
      // A server that decompresses delivers more than the file holds.
      received.set(chunk.file, Math.min(bytes, chunk.bytes));
      options.onProgress?.(progress());
    };
    const result = await fetchChunk({
      url: new URL(chunk.file, baseUrl).href,
      chunk,
      size: chunk.count * bytesAnImage,
      fetch: options.fetch,
      cache,
      fresh,
      signal: abort.signal,
      onBytes: note,
    });
    if (stopped()) return chunkFault("cancelled", chunk);
    if (result.ok) {
      pixels[split].set(number, result.value);
      sound.add(chunk.file);
      note(chunk.bytes);
      return null;
    }
    failed.set(chunk.file, result.error);
    note(0);
    return result.error;
  }

  function enqueue(split: Split, chunk: number, fresh: boolean): Promise<ChunkOutcome> {
    const outcome = queue.then(() => load(split, chunk, fresh));
    // A chunk that does not exist is the caller's bug: it rejects for them, not for the queue.
    queue = outcome.catch(() => undefined);
    outcomes.set(`${split} ${chunk}`, outcome);
    return outcome;
  }

  function whenChunk(split: Split, chunk: number): Promise<ChunkOutcome> {
    return outcomes.get(`${split} ${chunk}`) ?? enqueue(split, chunk, false);
  }

  return {
    entry,
    train: pixels.train,
    test: pixels.test,
    get progress() {
      return progress();
    },
    whenChunk,
    whenImage: (split, index) => whenChunk(split, pixels[split].chunkOf(index)),
    stateOf(split, index) {
      if (pixels[split].has(index)) return "loaded";
      const chunk = chunksOf(entry, split)[pixels[split].chunkOf(index)];
      return chunk !== undefined && failed.has(chunk.file) ? "failed" : "waiting";
    },
    async retry() {
      const again = (["train", "test"] as const).flatMap((split) =>
        chunksOf(entry, split).flatMap(({ file }, chunk) =>
          failed.delete(file) ? [enqueue(split, chunk, true)] : [],
        ),
      );
      await Promise.all(again);
    },
    [Symbol.dispose]() {
      abort.abort();
    },
  };
}
