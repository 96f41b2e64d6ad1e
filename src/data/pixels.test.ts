import { expect, it } from "vitest";
import { chunksOf, dimensionsOf } from "#/core/data/manifest.ts";
import { tinyChunkBytes, tinyEntry } from "#/core/data/testing/tinySet.ts";
import { createSplitPixels } from "#/data/pixels.ts";

it("lends the chunk that holds an image: the same pixels and labels as bytes", () => {
  const pixels = createSplitPixels(tinyEntry, "train");
  const [first, second] = chunksOf(tinyEntry, "train");
  const start = first?.count ?? 0;
  expect(() => pixels.chunkWith(start)).toThrow("not loaded");
  pixels.set(1, tinyChunkBytes("train", 1));
  const chunk = pixels.chunkWith(start + 1);
  expect(chunk).toMatchObject({ start, count: second?.count });

  const dimensions = dimensionsOf(tinyEntry);
  const image = new Float32Array(dimensions);
  pixels.fill([start + 1], image);
  const bytes = chunk.pixels.subarray(dimensions, 2 * dimensions);
  expect(Array.from(bytes, (byte) => Math.fround(byte / 255))).toEqual([...image]);
  const labels = new Uint8Array(chunk.count);
  pixels.fillLabels(
    Array.from(labels, (_, i) => start + i),
    labels,
    0,
  );
  expect(chunk.labels).toEqual(labels);
});
