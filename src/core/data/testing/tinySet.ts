/**
 * A data set small enough to check by hand: 2 × 2 grey images, 10 to train in chunks of 4, 3 and 3,
 * 4 to test; two label columns. Image i of a split has the four pixels 10i … 10i + 3 (test images
 * count from 100), class i mod 2 and factor i mod 3. For tests alone.
 */
import type { ChunkEntry, DatasetEntry, Split } from "#/core/data/manifest.ts";

const splits = { train: [4, 3, 3], test: [2, 2] } as const;

/** Decompressed bytes of one chunk: pixels, then the two label columns. */
export function tinyChunkBytes(split: Split, index: number): Uint8Array<ArrayBuffer> {
  const counts = splits[split];
  const start = counts.slice(0, index).reduce((sum, count) => sum + count, 0);
  const images = Array.from({ length: counts[index] ?? 0 }, (_, k) => start + k);
  return Uint8Array.from([
    ...images.flatMap((i) => tinyPixels(split, i)),
    ...images.map((i) => i % 2),
    ...images.map((i) => i % 3),
  ]);
}

export function tinyPixels(split: Split, image: number): readonly number[] {
  const first = (split === "test" ? 100 : 0) + 10 * image;
  return [first, first + 1, first + 2, first + 3];
}

function chunk(split: Split, index: number, checksum: string, bytes: number): ChunkEntry {
  const file = `tiny/${split}-${index}.${checksum}.bin`;
  return { file, split, count: splits[split][index] ?? 0, bytes, checksum };
}

export const tinyEntry: DatasetEntry = {
  id: "tiny",
  name: "Tiny",
  shape: [2, 2, 1],
  counts: { train: 10, test: 4 },
  classes: ["even", "odd"],
  factors: [{ id: "third", values: ["a", "b", "c"] }],
  licence: "none needed",
  credit: "nobody",
  source: "this file",
  landmarks: { meanImageEntropy: 2, greyEntropyFloor: 1 },
  sprite: { indices: [0, 1], image: "data:image/png;base64,AAAA" },
  sourceOrder: { train: null, test: null },
  chunks: [
    chunk("train", 0, "26bdbf76", 41),
    chunk("train", 1, "04f42d78", 38),
    chunk("train", 2, "d37f5ece", 38),
    chunk("test", 0, "943323a2", 32),
    chunk("test", 1, "2852061b", 32),
  ],
};
