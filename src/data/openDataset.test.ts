import { describe, expect, it } from "vitest";
import { tinyPixels } from "#/core/data/testing/tinySet.ts";
import { openDataset } from "#/data/openDataset.ts";
import { gunzip, gzip } from "#/data/testing/gzip.ts";
import { createTinyServer, type Answer } from "#/data/testing/tinyServer.ts";

async function open() {
  const server = await createTinyServer();
  return { server, dataset: openDataset(server) };
}

describe("reading images", () => {
  it("copies pixels as numbers in [0, 1] and labels by column", async () => {
    const { dataset } = await open();
    await Promise.all([dataset.whenChunk("train", 0), dataset.whenChunk("train", 2)]);
    const images = new Float32Array(8);
    dataset.train.fill([8, 3], images);
    const expected = [...tinyPixels("train", 8), ...tinyPixels("train", 3)];
    expect(images).toEqual(Float32Array.from(expected, (byte) => byte / 255));
    const labels = new Uint8Array(2);
    dataset.train.fillLabels([8, 3], labels, 0);
    expect(labels).toEqual(Uint8Array.of(0, 1));
    dataset.train.fillLabels([8, 3], labels, 1);
    expect(labels).toEqual(Uint8Array.of(2, 0));
  });

  it("throws for an image that is not loaded or does not exist", async () => {
    const { dataset } = await open();
    const target = new Float32Array(4);
    expect(() => {
      dataset.train.fill([0], target);
    }).toThrow("train image 0 is not loaded");
    expect(() => {
      dataset.test.fill([99], target);
    }).toThrow("test image 99 is not loaded");
  });
});

describe("fetching", () => {
  it("asks for nothing by itself, and once for each chunk, one at a time", async () => {
    const { server, dataset } = await open();
    expect(server.asked).toEqual([]);
    let release: () => void = () => undefined;
    server.answer(0, async (file) => {
      await new Promise<void>((resolve) => (release = resolve));
      return new Response(file);
    });
    const all = Promise.all([
      dataset.whenImage("train", 0),
      dataset.whenChunk("test", 0),
      dataset.whenChunk("train", 0),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.asked).toHaveLength(1);
    release();
    expect(await all).toEqual([null, null, null]);
    expect(server.asked).toEqual(["tiny/train-0.26bdbf76.bin", "tiny/test-0.943323a2.bin"]);
  });

  it("reports progress in bytes, chunks and training images", async () => {
    const server = await createTinyServer();
    const seen: number[] = [];
    const dataset = openDataset({
      ...server,
      onProgress: ({ loadedBytes }) => void seen.push(loadedBytes),
    });
    await dataset.whenChunk("train", 0);
    await dataset.whenChunk("test", 1);
    expect(dataset.progress).toMatchObject({ loadedChunks: 2, totalChunks: 5, loadedImages: 4 });
    const [first, , , , last] = server.entry.chunks;
    expect(dataset.progress.loadedBytes).toBe((first?.bytes ?? 0) + (last?.bytes ?? 0));
    expect(seen.at(-1)).toBe(dataset.progress.loadedBytes);
  });

  it("takes what the server has decompressed already", async () => {
    const { server, dataset } = await open();
    server.answer(0, async (file) => new Response(await gunzip(file)));
    expect(await dataset.whenChunk("train", 0)).toBeNull();
  });

  it("stops when it is disposed of", async () => {
    const { dataset } = await open();
    dataset[Symbol.dispose]();
    expect(await dataset.whenChunk("train", 0)).toMatchObject({ code: "cancelled" });
  });
});

describe("a chunk that cannot be had", () => {
  const flipped: Answer = async (file) => {
    const bytes = await gunzip(file);
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    return new Response(await gzip(bytes));
  };
  const broken: Answer = (file) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(file.subarray(0, 10));
          controller.error(new TypeError("connection reset"));
        },
      }),
    );
  const page: Answer = () =>
    new Response("<!doctype html>", { headers: { "content-type": "text/html" } });

  it.each([
    ["chunk-missing", "is not there", () => new Response(null, { status: 404 })],
    ["chunk-missing", "is answered with a page", page],
    ["chunk-truncated", "is cut short", (file) => new Response(file.subarray(0, 20))],
    ["chunk-truncated", "breaks off", broken],
    ["chunk-truncated", "is decompressed and short", (f) => new Response(f.subarray(2, 9))],
    ["chunk-corrupt", "has one bit wrong", flipped],
    ["chunk-corrupt", "is no gzip inside", (f) => new Response(f.map((b, i) => (i < 10 ? b : 7)))],
    ["offline", "gets no answer", () => Promise.reject(new TypeError("failed to fetch"))],
  ] satisfies [string, string, Answer][])(
    "%s: it %s; the others go on, and a retry mends it",
    async (code, _, answer) => {
      const { server, dataset } = await open();
      server.answer(1, answer);
      const fault = await dataset.whenChunk("train", 1);
      expect(fault).toMatchObject({ code });
      expect(fault?.message).toContain("tiny/train-1.04f42d78.bin");
      expect(await dataset.whenChunk("train", 2)).toBeNull();
      expect(dataset.stateOf("train", 5)).toBe("failed");
      expect(dataset.progress.failed).toEqual([fault]);

      server.answer(1, null);
      await dataset.retry();
      expect(server.cacheModes.at(-1)).toBe("reload");
      expect(dataset.stateOf("train", 5)).toBe("loaded");
      expect(dataset.progress.failed).toEqual([]);
    },
  );
});
