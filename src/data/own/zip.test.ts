/** Zips are written by fflate, and then bent. */
import { zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { findSources } from "#/data/own/findSources.ts";
import { createSkipLog } from "#/data/own/source.ts";
import { readZipDirectory, type ZipEntry } from "#/data/own/zipDirectory.ts";
import { readZipEntry } from "#/data/own/zipEntry.ts";

const text = (words: string) => new TextEncoder().encode(words);
const pixels = Uint8Array.from({ length: 5000 }, (_, i) => i % 7);

function zip(files: Zippable): Blob {
  return new Blob([new Uint8Array(zipSync(files))]);
}

async function bent(file: Blob, change: (view: DataView) => void): Promise<Blob> {
  const bytes = await file.arrayBuffer();
  change(new DataView(bytes));
  return new Blob([bytes]);
}

/** Where the first record with a signature begins. */
function find(view: DataView, signature: number): number {
  for (let at = 0; at + 4 <= view.byteLength; at++) {
    if (view.getUint32(at, true) === signature) return at;
  }
  throw new Error("not there");
}

const central = 0x02014b50;
const end = 0x06054b50;

async function only(file: Blob): Promise<ZipEntry> {
  const [entry] = await readZipDirectory(file, "a.zip");
  return entry!;
}

describe("readZipDirectory", () => {
  it("lists entries, packed and not, in any language", async () => {
    const file = zip({ "猫/1.png": [pixels, { level: 0 }], "b/2.png": pixels });
    const entries = await readZipDirectory(file, "a.zip");
    expect(entries.map(({ path, method, bytes }) => [path, method, bytes])).toEqual([
      ["猫/1.png", 0, 5000],
      ["b/2.png", 8, 5000],
    ]);
    for (const entry of entries) {
      expect(await readZipEntry(file, entry)).toEqual({ ok: true, value: pixels });
    }
  });

  it.each([
    ["no zip", new Blob(["this is no zip"])],
    ["an empty file", new Blob([])],
  ])("refuses %s", async (_, file) => {
    await expect(readZipDirectory(file, "a.zip")).rejects.toThrow("zip-broken");
  });

  it("refuses one that is cut off", async () => {
    const file = zip({ "a.png": pixels, "b.png": pixels });
    await expect(readZipDirectory(file.slice(60), "a.zip")).rejects.toThrow("zip-broken");
    await expect(readZipDirectory(file.slice(0, -30), "a.zip")).rejects.toThrow("zip-broken");
  });

  it("refuses a count that is not there", async () => {
    const file = await bent(zip({ "a.png": pixels }), (view) => {
      view.setUint16(find(view, end) + 10, 500, true);
    });
    await expect(readZipDirectory(file, "a.zip")).rejects.toThrow("zip-broken");
  });

  it("refuses to open what claims to unfold a thousandfold to gigabytes", async () => {
    const file = await bent(zip({ "a.png": pixels }), (view) => {
      view.setUint32(find(view, central) + 24, 4_000_000_000, true);
    });
    await expect(readZipDirectory(file, "a.zip")).rejects.toMatchObject({
      problem: { code: "zip-bomb", values: { file: "a.zip", gigabytes: 4 } },
    });
  });

  it("refuses entries that share their packed bytes", async () => {
    const file = await bent(zip({ "a.png": [pixels, { level: 0 }], "b.png": pixels }), (view) => {
      view.setUint32(find(view, central) + 20, 8000, true);
    });
    await expect(readZipDirectory(file, "a.zip")).rejects.toThrow("zip-bomb");
  });

  it("refuses more entries than fit, before reading any", async () => {
    // The end alone, in its long form: 300,000 entries.
    const bytes = new Uint8Array(56 + 20 + 22);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0x06064b50, true);
    view.setUint32(32, 300_000, true);
    view.setUint32(56, 0x07064b50, true);
    view.setUint32(76, end, true);
    await expect(readZipDirectory(new Blob([bytes]), "a.zip")).rejects.toMatchObject({
      problem: { code: "too-many-files", values: { files: 300_000 } },
    });
  });

  it("reads sizes from the zip64 field where they do not fit", async () => {
    const extra = { 1: Uint8Array.from([0x88, 0x13, 0, 0, 0, 0, 0, 0]) };
    const file = await bent(zip({ "a.png": [pixels, { level: 0, extra }] }), (view) => {
      view.setUint32(find(view, central) + 24, 0xffffffff, true);
    });
    expect(await only(file)).toMatchObject({ bytes: 5000, packedBytes: 5000 });
  });
});

describe("readZipEntry", () => {
  const file = zip({ "a.png": pixels });

  it("stops at what the archive says", async () => {
    const entry = { ...(await only(file)), bytes: 4000 };
    expect(await readZipEntry(file, entry)).toEqual({ ok: false, error: "expands" });
  });

  it("never unfolds a bomb past its first piece", async () => {
    const bomb = zip({ "a.png": new Uint8Array(80 * 2 ** 20) });
    const entry = { ...(await only(bomb)), bytes: 1000 };
    expect(await readZipEntry(bomb, entry)).toEqual({ ok: false, error: "expands" });
  }, 30_000);

  it.each([
    ["holds less", { bytes: 6000 }],
    ["is changed", { crc: 1 }],
    ["points elsewhere", { offset: 7 }],
    ["breaks off", { packedBytes: 1_000_000 }],
    ["is cut short", { packedBytes: 9 }],
  ])("says unreadable of one that %s", async (_, change) => {
    const entry = { ...(await only(file)), ...change };
    expect(await readZipEntry(file, entry)).toEqual({ ok: false, error: "unreadable" });
  });
});

describe("findSources in a zip", () => {
  it("passes over what it will not read, each with its reason", async () => {
    const archive = await bent(
      zip({
        "set/cat/1.png": pixels,
        "set/dog/2.png": pixels,
        "set/../../etc/3.png": pixels,
        "set/inner.zip": pixels,
        "set/notes.txt": text("hello"),
        "__MACOSX/set/._1.png": pixels,
        "set/secret.png": pixels,
      }),
      (view) => {
        let last = 0;
        for (let at = 0; at + 4 <= view.byteLength; at++) {
          if (view.getUint32(at, true) === central) last = at;
        }
        view.setUint16(last + 8, 1, true);
      },
    );
    const skipped = createSkipLog();
    const sources = await findSources([{ path: "set.zip", file: archive }], skipped);
    expect(sources.items.map(({ path }) => path)).toEqual([
      "set.zip/set/cat/1.png",
      "set.zip/set/dog/2.png",
    ]);
    expect(sources.classes).toEqual(["cat", "dog"]);
    expect(skipped.first.map(({ path, reason }) => [path.slice(8), reason])).toEqual([
      ["set/../../etc/3.png", "unsafe-path"],
      ["set/inner.zip", "archive"],
      ["set/notes.txt", "not-an-image"],
      ["set/secret.png", "encrypted"],
    ]);
  });

  it("opens nothing that could only be IDX beside images, however broken", async () => {
    const gzip = new Blob([Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3)]);
    const skipped = createSkipLog();
    const dropped = [
      { path: "set/a.png", file: new Blob([pixels]) },
      { path: "set/log.gz", file: gzip },
    ];
    expect((await findSources(dropped, skipped)).items.map(({ path }) => path)).toEqual([
      "set/a.png",
    ]);
    expect(skipped.first).toEqual([{ path: "set/log.gz", reason: "not-an-image" }]);
  });

  it("says so where there is nothing", async () => {
    const file = zip({ "a.txt": text("hello") });
    await expect(findSources([{ path: "a.zip", file }], createSkipLog())).rejects.toThrow(
      "nothing-found",
    );
  });
});
