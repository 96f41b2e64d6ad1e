/**
 * From sources to a set in storage: planned, decoded in groups, written in chunks as they fill, and
 * named by what it holds. Only a chunk and two groups are in memory at a time; whatever ends it
 * early leaves nothing behind. How an image is decoded is given (worker/import/host).
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";
import type { ImportProgress, OwnOptions } from "#/core/data/ownImages.ts";
import { crc32 } from "#/data/crc32.ts";
import { createChunkWriter, type ChunkWriter } from "#/data/own/chunkWriter.ts";
import { createLandmarkSums } from "#/data/own/landmarks.ts";
import { chunkBytes, chunkImages, mostSetBytes } from "#/data/own/limits.ts";
import type { OwnStore } from "#/data/own/ownStore.ts";
import { ImportError } from "#/data/own/problem.ts";
import type { SkipCause, SkipLog, SourceItem, Sources } from "#/data/own/source.ts";
import { planSplit } from "#/data/own/split.ts";
import { createSpriteSheet } from "#/data/own/spriteSheet.ts";

export interface DecodedGroup {
  /** [items × D]; what was passed over is left blank. */
  readonly pixels: Uint8Array;
  /** Of each item: null, or why it is passed over. */
  readonly skips: readonly (SkipCause | null)[];
}

export type DecodeGroup = (items: readonly SourceItem[]) => Promise<DecodedGroup>;

export interface BuildRequest {
  readonly sources: Sources;
  readonly options: OwnOptions;
  readonly name: string;
  /** Folder of the chunks, this import's own. */
  readonly folder: string;
  readonly store: OwnStore;
  readonly decode: DecodeGroup;
  readonly skipped: SkipLog;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly signal: AbortSignal;
}

/** Always the same: the same files give the same set. */
const seed = 1;
const groupSize = 64;
/** Fewer images than this train nothing and test nothing. */
const leastImages = 2;

export function shapeOf({ size, colour }: OwnOptions): readonly [number, number, 1 | 3] {
  return [size, size, colour === "grey" ? 1 : 3];
}

/**
 * The set, kept. An import of the very same images gives back the set that is there.
 * @throws ImportError; the signal's reason when it aborts. Either way nothing is kept.
 */
export async function buildSet(request: BuildRequest): Promise<DatasetEntry> {
  const { sources, store } = request;
  const shape = shapeOf(request.options);
  const dimensions = shape[0] * shape[1] * shape[2];
  refuseTooLarge(sources.items.length, dimensions);
  // Before an hour of decoding rather than after it.
  await store.list().catch(() => {
    throw new ImportError("storage-denied");
  });
  const written: string[] = [];
  try {
    const entry = await write(request, shape, written);
    const there = await store.entry(entry.id);
    if (there === null) {
      await store.commit(entry);
      return entry;
    }
    await store.discard(written);
    return (await store.rename(there.id, entry.name)) ?? there;
  } catch (error) {
    await store.discard(written).catch(() => undefined);
    throw error;
  }
}

function refuseTooLarge(images: number, dimensions: number): void {
  const most = Math.floor(mostSetBytes / dimensions);
  if (images > most) throw new ImportError("set-too-large", { images, most });
}

async function write(
  request: BuildRequest,
  shape: readonly [number, number, 1 | 3],
  written: string[],
): Promise<DatasetEntry> {
  const { sources, store, folder, skipped } = request;
  const { labels, classes } = sources;
  const dimensions = shape[0] * shape[1] * shape[2];
  const images = clamp(Math.floor(chunkBytes / dimensions), chunkImages.least, chunkImages.most);
  const landmarks = createLandmarkSums(dimensions);
  const sprite = createSpriteSheet(shape, classes.length);
  const writerOf = (split: "train" | "test") =>
    createChunkWriter({
      ...{ split, folder, dimensions, images },
      put(file, bytes) {
        written.push(file);
        return store.putChunk(file, bytes);
      },
      stored: (pixels) => {
        if (split === "train") landmarks.add(pixels);
      },
    });
  const writers = { train: writerOf("train"), test: writerOf("test") };

  async function keep(writer: ChunkWriter, pixels: Uint8Array, label: number): Promise<void> {
    if (writer === writers.test) sprite.offer(pixels, label);
    await writer.add(pixels, label);
  }

  const plan = planSplit(labels, { seed, firstChunk: images });
  const order = Uint32Array.from([...plan.test, ...plan.train]);
  await decodeInOrder(request, order, async (place, index, pixels) => {
    const tests = place < plan.test.length;
    // Where every image meant for testing was unreadable, the first that is not takes their place.
    const writer = tests || writers.test.count === 0 ? writers.test : writers.train;
    await keep(writer, pixels, labels[index] ?? 0);
  });
  await writers.test.end();
  await writers.train.end();
  if (writers.train.count === 0 || writers.test.count === 0) {
    const readable = writers.train.count + writers.test.count;
    throw new ImportError("too-few-images", {
      readable,
      least: leastImages,
      skipped: skipped.count,
    });
  }
  const chunks = [...writers.train.chunks, ...writers.test.chunks];
  return {
    id: `own-${checksumOf([...shape.map(String), ...classes, ...chunks.map((c) => c.checksum)])}`,
    name: request.name,
    shape,
    counts: { train: writers.train.count, test: writers.test.count },
    classes,
    factors: [],
    licence: "yours",
    credit: "",
    source: "",
    landmarks: landmarks.result(),
    sprite: sprite.result(),
    sourceOrder: { train: null, test: null },
    chunks,
  };
}

type Keep = (place: number, index: number, pixels: Uint8Array) => Promise<void>;

/** Two groups on their way at a time, so that neither decoder nor storage waits for the other. */
async function decodeInOrder(
  { sources, decode, skipped, onProgress, signal }: BuildRequest,
  order: Uint32Array,
  keep: Keep,
): Promise<void> {
  const groups = Array.from({ length: Math.ceil(order.length / groupSize) }, (_, number) =>
    order.subarray(number * groupSize, (number + 1) * groupSize),
  );
  const start = (group: Uint32Array | undefined): Promise<DecodedGroup> | null => {
    if (group === undefined) return null;
    const decoding = decode(Array.from(group, (index) => itemAt(sources, index)));
    // Whoever stops waiting for it must not leave its failure unhandled.
    decoding.catch(() => undefined);
    return decoding;
  };
  let next = start(groups[0]);
  for (const [number, group] of groups.entries()) {
    signal.throwIfAborted();
    const current = next;
    next = start(groups[number + 1]);
    if (current === null) continue;
    const { pixels, skips } = await current;
    const dimensions = pixels.length / group.length;
    for (const [row, index] of group.entries()) {
      const cause = skips[row] ?? null;
      if (cause !== null) skipped.add({ path: itemAt(sources, index).path, ...cause });
      else {
        const image = pixels.subarray(row * dimensions, (row + 1) * dimensions);
        await keep(number * groupSize + row, index, image);
      }
    }
    const done = Math.min((number + 1) * groupSize, order.length);
    onProgress({ done, total: order.length, skipped: skipped.count });
  }
  signal.throwIfAborted();
}

function itemAt({ items }: Sources, index: number): SourceItem {
  const item = items[index];
  if (item === undefined) throw new Error(`no source ${index}`);
  return item;
}

function checksumOf(parts: readonly string[]): string {
  return crc32(new TextEncoder().encode(parts.join("\n")));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
