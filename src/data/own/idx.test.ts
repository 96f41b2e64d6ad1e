import { describe, expect, it } from "vitest";
import { readIdxHeader } from "#/data/own/idx.ts";
import { idxSources } from "#/data/own/idxSources.ts";
import { createSkipLog } from "#/data/own/source.ts";
import { idxFile } from "#/data/own/testing/files.ts";
import { gzip } from "#/data/testing/gzip.ts";

const read = (file: Uint8Array, length = file.length) => readIdxHeader(file, length, "a.idx");
const values = (count: number) => Uint8Array.from({ length: count }, (_, i) => i % 256);

describe("readIdxHeader", () => {
  it("tells images from labels, grey from colour", () => {
    expect(read(idxFile([3, 2, 4], values(24)))).toEqual({
      ...{ kind: "images", count: 3, height: 2, width: 4, channels: 1, offset: 16 },
    });
    expect(read(idxFile([3, 2, 2, 3], values(36)))).toMatchObject({ channels: 3, offset: 20 });
    expect(read(idxFile([5], values(5)))).toEqual({ kind: "labels", count: 5, offset: 8 });
  });

  it.each([
    ["of other numbers", idxFile([3, 2, 4], values(96), 0x0d)],
    ["of two dimensions", idxFile([3, 2], values(6))],
    ["of four channels", idxFile([3, 1, 1, 4], values(12))],
  ])("refuses one %s", (_, file) => {
    expect(() => read(file)).toThrow("idx-kind");
  });

  it("refuses one that is cut off, and says by how much", () => {
    const whole = idxFile([3, 2, 4], values(24));
    expect(() => read(whole, whole.length - 1)).toThrow("idx-length");
  });

  it("leaves other files alone", () => {
    expect(read(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]))).toBeNull();
    expect(read(Uint8Array.of(0, 0, 8))).toBeNull();
  });
});

describe("idxSources", () => {
  const images = idxFile([4, 2, 2], values(16));
  const file = (path: string, bytes: Uint8Array<ArrayBuffer>) => ({
    path,
    file: new Blob([bytes]),
  });

  it("reads images and labels, packed or not", async () => {
    const found = await idxSources(
      [
        file("t10k-images-idx3-ubyte.gz", await gzip(images)),
        file("t10k-labels-idx1-ubyte", idxFile([4], Uint8Array.of(7, 3, 7, 9))),
      ],
      createSkipLog(),
    );
    expect(found).toMatchObject({ classes: ["3", "7", "9"], tooManyClasses: null });
    expect(found?.labels).toEqual(Uint8Array.of(1, 0, 1, 2));
    expect(await found?.items[2]?.read(null)).toEqual({
      ok: true,
      value: { kind: "pixels", pixels: values(16).slice(8, 12), height: 2, width: 2, channels: 1 },
    });
  });

  it("has no classes without labels", async () => {
    const found = await idxSources([file("images.idx", images)], createSkipLog());
    expect(found).toMatchObject({ classes: ["images"], labels: new Uint8Array(4) });
  });

  it("refuses labels of another number", async () => {
    const labels = file("labels-idx1-ubyte", idxFile([3], Uint8Array.of(1, 2, 3)));
    await expect(
      idxSources([file("a.idx", images), labels], createSkipLog()),
    ).rejects.toMatchObject({
      problem: { code: "idx-labels", values: { images: 4, labels: 3 } },
    });
  });

  it("refuses a gzip that breaks off", async () => {
    const packed = await gzip(images);
    const cut = file("a.gz", packed.slice(0, packed.length - 9));
    await expect(idxSources([cut], createSkipLog())).rejects.toThrow("gzip-broken");
  });

  it("refuses a gzip that unfolds to more than fits", async () => {
    const bomb = await gzip(new Uint8Array(257 * 2 ** 20));
    await expect(idxSources([file("a.gz", bomb)], createSkipLog())).rejects.toThrow(
      "gzip-too-large",
    );
  }, 30_000);

  it("lists what is no IDX file", async () => {
    const skipped = createSkipLog();
    expect(await idxSources([file("LICENSE", values(64))], skipped)).toBeNull();
    expect(skipped.first).toEqual([{ path: "LICENSE", reason: "not-an-image" }]);
  });
});
