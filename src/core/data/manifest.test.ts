import { describe, expect, it } from "vitest";
import { chunksOf, dimensionsOf, parseManifest } from "#/core/data/manifest.ts";
import { tinyEntry } from "#/core/data/testing/tinySet.ts";

function parse(change: object) {
  return parseManifest({ version: 1, sets: [{ ...tinyEntry, ...change }] });
}

describe("parseManifest", () => {
  it("reads what the builder writes, unknown keys left out", () => {
    expect(parse({ colour: "beige" })).toEqual({
      ok: true,
      value: { version: 1, sets: [tinyEntry] },
    });
  });

  it("names the field that is wrong", () => {
    const result = parse({ shape: [2, 2, 4] });
    expect(result).toMatchObject({ ok: false, error: { code: "manifest-missing" } });
    expect(result.ok ? "" : result.error.message).toContain("sets.0.shape.2");
  });

  it.each([null, 3, "<!doctype html>", {}, { version: 2, sets: [] }])("refuses %j", (input) => {
    expect(parseManifest(input).ok).toBe(false);
  });

  it("refuses chunks that do not add up", () => {
    const result = parse({ counts: { train: 11, test: 4 } });
    expect(result.ok ? "" : result.error.message).toContain("10 images, not 11");
  });

  it("refuses a sprite of images that are not there", () => {
    const result = parse({ sprite: { ...tinyEntry.sprite, indices: [4] } });
    expect(result.ok).toBe(false);
  });

  it("refuses a path that leaves the folder", () => {
    const [first, ...rest] = tinyEntry.chunks;
    const result = parse({ chunks: [{ ...first, file: "../secret.00000000.bin" }, ...rest] });
    expect(result.ok).toBe(false);
  });
});

it("lists the chunks of a split in order and counts the numbers in an image", () => {
  expect(chunksOf(tinyEntry, "train").map((chunk) => chunk.count)).toEqual([4, 3, 3]);
  expect(dimensionsOf(tinyEntry)).toBe(4);
});
