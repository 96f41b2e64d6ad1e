/** Whole imports over storage in memory; images of one pixel, so that "decoding" is reading. */
import { describe, expect, it } from "vitest";
import { parseDatasetEntry, type DatasetEntry } from "#/core/data/manifest.ts";
import type { ImportProgress } from "#/core/data/ownImages.ts";
import { openDataset } from "#/data/openDataset.ts";
import { buildSet, type BuildRequest, type DecodeGroup } from "#/data/own/buildSet.ts";
import { chunkImages } from "#/data/own/limits.ts";
import { createOwnStore } from "#/data/own/ownStore.ts";
import { createSkipLog, type Sources } from "#/data/own/source.ts";
import { pixelItem } from "#/data/own/testing/files.ts";
import { createMemoryDatabase } from "#/data/own/testing/memoryDatabase.ts";

const side = 28;
const dimensions = side * side;

/** Every pixel of a stored image is the source's one pixel; 255 cannot be read. */
const decode: DecodeGroup = async (items) => {
  const pixels = new Uint8Array(items.length * dimensions);
  const skips = await Promise.all(
    items.map(async (item, row) => {
      const read = await item.read(null);
      const value = read.ok && read.value.kind === "pixels" ? (read.value.pixels[0] ?? 255) : 255;
      pixels.fill(value, row * dimensions, (row + 1) * dimensions);
      return value === 255 ? ({ reason: "unreadable" } as const) : null;
    }),
  );
  return { pixels, skips };
};

/** `values[i]`: pixel of image i; its class is that modulo `classes`. */
function sourcesOf(values: readonly number[], classes = 2): Sources {
  return {
    items: values.map((value, i) => pixelItem(`${i}.png`, value)),
    labels: Uint8Array.from(values, (value) => value % classes),
    classes: Array.from({ length: classes }, (_, i) => `class ${i}`),
    tooManyClasses: null,
  };
}

function setUp(values: readonly number[], change: Partial<BuildRequest> = {}) {
  const database = createMemoryDatabase();
  const store = createOwnStore(database);
  const skipped = createSkipLog();
  const progress: ImportProgress[] = [];
  const request: BuildRequest = {
    sources: sourcesOf(values),
    options: { size: side, crop: "centre", colour: "grey", background: "black" },
    name: "Mine",
    folder: "import-00000001",
    ...{ store, decode, skipped },
    onProgress: (at) => progress.push(at),
    signal: new AbortController().signal,
    ...change,
  };
  return { database, store, skipped, progress, request, build: () => buildSet(request) };
}

const values = (count: number) => Array.from({ length: count }, (_, i) => i % 200);

/** What the loader of the trainer makes of it: pixel and class of every image. */
async function readBack(entry: DatasetEntry, store: ReturnType<typeof createOwnStore>) {
  using set = openDataset({
    entry,
    baseUrl: "http://own.test/",
    fetch: async (url) =>
      new Response(await store.chunk((url as string).slice("http://own.test/".length))),
  });
  const found: { split: string; value: number; label: number }[] = [];
  for (const split of ["train", "test"] as const) {
    for (let index = 0; index < entry.counts[split]; index++) {
      expect(await set.whenImage(split, index)).toBeNull();
      const pixels = new Float32Array(dimensions);
      const label = new Uint8Array(1);
      set[split].fill([index], pixels);
      set[split].fillLabels([index], label, 0);
      found.push({ split, value: Math.round(255 * (pixels[0] ?? 0)), label: label[0] ?? 0 });
    }
  }
  return found;
}

describe("buildSet", () => {
  it("stores what the trainer's loader reads, chunk by chunk", async () => {
    const { build, store } = setUp(values(7000));
    const entry = await build();
    expect(parseDatasetEntry(entry)).toEqual(entry);
    expect(entry).toMatchObject({
      name: "Mine",
      shape: [28, 28, 1],
      counts: { train: 6300, test: 700 },
    });
    expect(entry.id).toMatch(/^own-[0-9a-f]{8}$/);
    expect(entry.chunks.map(({ count }) => count)).toEqual([chunkImages.most, 300, 700]);
    const found = await readBack(entry, store);
    expect(found.every(({ value, label }) => label === value % 2)).toBe(true);
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
    expect(sum(found.map(({ value }) => value))).toBe(sum(values(7000)));
  });

  it("tells how far it is, and ends at the end", async () => {
    const { build, progress } = setUp(values(300));
    await build();
    expect(progress.at(-1)).toEqual({ done: 300, total: 300, skipped: 0 });
    expect(progress.length).toBeGreaterThan(3);
  });

  it("passes over what cannot be read, and lists it", async () => {
    const { build, skipped } = setUp(values(100).map((value) => (value % 10 === 3 ? 255 : value)));
    const entry = await build();
    expect(entry.counts.train + entry.counts.test).toBe(90);
    expect(skipped.count).toBe(10);
    expect(skipped.first[0]).toMatchObject({ reason: "unreadable" });
  });

  it("still has something to test on where all that was meant for it is unreadable", async () => {
    let decoded = 0;
    const broken: DecodeGroup = async (items) => {
      const group = await decode(items);
      // Testing comes first: two of twenty.
      return {
        ...group,
        skips: group.skips.map((cause) => (decoded++ < 2 ? { reason: "unreadable" } : cause)),
      };
    };
    const entry = await setUp(values(20), { decode: broken }).build();
    expect(entry.counts).toEqual({ train: 17, test: 1 });
  });

  it("gives the set that is there for the same images, under the new name", async () => {
    const { build, request, store, database } = setUp(values(50));
    const first = await build();
    const keys = [...database.entries.keys()];
    const again = await buildSet({ ...request, name: "Again", folder: "import-00000002" });
    expect(again).toEqual({ ...first, name: "Again" });
    expect([...database.entries.keys()]).toEqual(keys);
    expect(await store.list()).toEqual([again]);
  });

  it("shows a test image of each class in its sprite", async () => {
    const entry = await setUp(values(400), { sources: sourcesOf(values(400), 4) }).build();
    expect(entry.sprite.indices).toHaveLength(10);
    expect(entry.sprite.indices.every((index) => index < entry.counts.test)).toBe(true);
    expect(entry.sprite.image).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
  });
});

describe("nothing is kept", () => {
  it("where it is stopped", async () => {
    const controller = new AbortController();
    const { build, database } = setUp(values(7000), {
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done > 6900) controller.abort();
      },
    });
    await expect(build()).rejects.toMatchObject({ name: "AbortError" });
    expect(database.entries.size).toBe(0);
  });

  it("where too little can be read", async () => {
    const { build, database } = setUp([1, 255, 255]);
    await expect(build()).rejects.toMatchObject({
      problem: { code: "too-few-images", values: { readable: 1, skipped: 2, least: 2 } },
    });
    expect(database.entries.size).toBe(0);
  });

  it("where there is no room left", async () => {
    const { build, database } = setUp(values(300));
    database.refusal = new DOMException("no room", "QuotaExceededError");
    await expect(build()).rejects.toThrow("storage-full");
    expect(database.entries.size).toBe(0);
  });

  it("where storage is denied, and nothing is decoded then", async () => {
    const database = createMemoryDatabase();
    database.keys = () => Promise.reject(new DOMException("denied", "SecurityError"));
    const unasked: DecodeGroup = () => Promise.reject(new Error("decoded"));
    const { build } = setUp(values(300), { store: createOwnStore(database), decode: unasked });
    await expect(build()).rejects.toThrow("storage-denied");
  });

  it("where the set would not fit in memory", async () => {
    const item = pixelItem("a.png", 1);
    const items = { length: 2_000_000, 0: item } as unknown as Sources["items"];
    const { build } = setUp([], { sources: { ...sourcesOf([]), items } });
    await expect(build()).rejects.toThrow("set-too-large");
  });
});

it("packs a chunk that begins as a gzip does, so that it is not taken for one", async () => {
  const bytes: DecodeGroup = (items) => {
    const pixels = new Uint8Array(items.length * dimensions);
    for (let row = 0; row < items.length; row++) pixels.set([0x1f, 0x8b, 8], row * dimensions);
    return Promise.resolve({ pixels, skips: items.map(() => null) });
  };
  const { build, store } = setUp(values(40), { decode: bytes });
  const entry = await build();
  expect((await readBack(entry, store)).every(({ value }) => value === 0x1f)).toBe(true);
});
