/**
 * Writes one split of a set as it comes: pixels fill a chunk, a full chunk is stored, and nothing
 * else is held. The format is the packaged sets' (core/data/manifest.ts), not gzipped.
 */
import { gzipSync } from "fflate";
import type { ChunkEntry, Split } from "#/core/data/manifest.ts";
import { crc32 } from "#/data/crc32.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface ChunkWriter {
  /** `pixels`: one image. */
  add(pixels: Uint8Array, label: number): Promise<void>;
  /** Stores what is left. */
  end(): Promise<void>;
  readonly count: number;
  readonly chunks: readonly ChunkEntry[];
}

export interface ChunkWriterOptions {
  readonly split: Split;
  /** Folder of the chunks' names. */
  readonly folder: string;
  readonly dimensions: number;
  /** Images in a full chunk. */
  readonly images: number;
  readonly put: (file: string, bytes: Bytes) => Promise<void>;
  /** The pixels of each chunk as it is stored. */
  readonly stored: (pixels: Uint8Array) => void;
}

export function createChunkWriter(options: ChunkWriterOptions): ChunkWriter {
  const { split, folder, dimensions, images } = options;
  const chunks: ChunkEntry[] = [];
  const labels = new Uint8Array(images);
  const body = new Uint8Array(images * (dimensions + 1));
  let count = 0;
  let total = 0;

  async function store(): Promise<void> {
    const pixels = count * dimensions;
    body.set(labels.subarray(0, count), pixels);
    const bytes = body.subarray(0, pixels + count);
    options.stored(bytes.subarray(0, pixels));
    const checksum = crc32(bytes);
    const file = `${folder}/${split}-${chunks.length}.${checksum}.bin`;
    // A copy either way: storing is late, and the next images need the room.
    const kept = seemsPacked(bytes) ? new Uint8Array(gzipSync(bytes)) : bytes.slice();
    chunks.push({ file, split, count, bytes: kept.length, checksum });
    count = 0;
    await options.put(file, kept);
  }

  return {
    async add(pixels, label) {
      body.set(pixels, count * dimensions);
      labels[count] = label;
      count++;
      total++;
      if (count === images) await store();
    },
    async end() {
      if (count > 0) await store();
    },
    get count() {
      return total;
    },
    chunks,
  };
}

/** Pixels that begin as a gzip does would be taken for one: those are packed indeed. */
function seemsPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
