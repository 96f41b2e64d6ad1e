/**
 * Loaded chunks as one array of images a split. Pixels stay bytes; they become numbers in [0, 1]
 * only as they are copied into a caller's buffer. Indices are in manifest order.
 */
import { chunksOf, dimensionsOf, type DatasetEntry, type Split } from "#/core/data/manifest.ts";

/** A loaded chunk. */
export interface ChunkPixels {
  /** Index of its first image. */
  readonly start: number;
  readonly count: number;
  /** [count × D] */
  readonly pixels: Uint8Array;
  /** First label column [count]. */
  readonly labels: Uint8Array;
}

export interface SplitPixels {
  /** Number of the chunk (within the split) that holds image `index`. */
  chunkOf(index: number): number;
  set(chunk: number, bytes: Uint8Array): void;
  has(index: number): boolean;
  /** The chunk that holds image `index`, its own bytes; throws if it is not loaded. */
  chunkWith(index: number): ChunkPixels;
  /** Copies images into `target` [indices × D]; throws if one is not loaded. */
  fill(indices: ArrayLike<number>, target: Float32Array): void;
  /** Copies label column `column` (0 = class, then the factors) into `target`. */
  fillLabels(indices: ArrayLike<number>, target: Uint8Array, column: number): void;
}

/** byte → [0, 1] */
const unit = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

export function createSplitPixels(entry: DatasetEntry, split: Split): SplitPixels {
  const dimensions = dimensionsOf(entry);
  const columns = 1 + entry.factors.length;
  const loaded: (Uint8Array | undefined)[] = [];
  const starts: number[] = [];
  const owner = new Uint16Array(entry.counts[split]);
  let images = 0;
  for (const [chunk, { count }] of chunksOf(entry, split).entries()) {
    owner.fill(chunk, images, images + count);
    starts.push(images);
    images += count;
  }
  const countOf = (chunk: number) => (starts[chunk + 1] ?? images) - (starts[chunk] ?? 0);

  /** The bytes of the chunk that holds the image, and its place among that chunk's images. */
  function locate(index: number): { bytes: Uint8Array; place: number; chunk: number } {
    const chunk = owner[index];
    const bytes = chunk === undefined ? undefined : loaded[chunk];
    if (chunk === undefined || bytes === undefined) {
      throw new Error(`${entry.id}: ${split} image ${index} is not loaded`);
    }
    return { bytes, place: index - (starts[chunk] ?? 0), chunk };
  }

  return {
    chunkOf: (index) => owner[index] ?? -1,
    set(chunk, bytes) {
      if (bytes.length !== countOf(chunk) * (dimensions + columns)) {
        throw new Error(`${entry.id}: ${split} chunk ${chunk} has the wrong size`);
      }
      loaded[chunk] = bytes;
    },
    has(index) {
      const chunk = owner[index];
      return chunk !== undefined && loaded[chunk] !== undefined;
    },
    chunkWith(index) {
      const { bytes, chunk } = locate(index);
      const count = countOf(chunk);
      const end = count * dimensions;
      const [pixels, labels] = [bytes.subarray(0, end), bytes.subarray(end, end + count)];
      return { start: starts[chunk] ?? 0, count, pixels, labels };
    },
    fill(indices, target) {
      for (let row = 0; row < indices.length; row++) {
        const { bytes, place } = locate(indices[row] ?? -1);
        const from = place * dimensions;
        const to = row * dimensions;
        for (let d = 0; d < dimensions; d++) {
          target[to + d] = unit[bytes[from + d] ?? 0] ?? 0;
        }
      }
    },
    fillLabels(indices, target, column) {
      for (let row = 0; row < indices.length; row++) {
        const { bytes, place, chunk } = locate(indices[row] ?? -1);
        const count = countOf(chunk);
        target[row] = bytes[count * (dimensions + column) + place] ?? 0;
      }
    },
  };
}
