import { describe, expect, it } from "vitest";
import { classesOfPaths, isLitter, kindOfPath, refusedPath } from "#/data/own/paths.ts";

describe("classesOfPaths", () => {
  const classes = (...paths: string[]) => {
    const { names, labels, tooMany } = classesOfPaths(paths);
    return { of: Array.from(labels, (label) => names[label]), names, tooMany };
  };

  it("takes the first folder below those that all share", () => {
    expect(classes("pets/dog/1.jpg", "pets/cat/young/2.jpg", "pets/cat/3.jpg").of).toEqual([
      ...["dog", "cat", "cat"],
    ]);
  });

  it("reads past folders that only say which part of a set it is", () => {
    expect(classes("set/train/cat/1.jpg", "set/test/cat/2.jpg", "set/test/dog/3.jpg").of).toEqual([
      ...["cat", "cat", "dog"],
    ]);
  });

  it.each([
    ["one folder", ["img_align_celeba/000001.jpg", "img_align_celeba/000002.jpg"]],
    ["no folder", ["1.jpg", "2.jpg"]],
    ["parts alone", ["train/1.jpg", "test/2.jpg"]],
  ])("has no classes in %s", (_, paths) => {
    expect(classes(...paths)).toMatchObject({ names: ["images"], tooMany: null });
  });

  it("orders numbers as numbers", () => {
    expect(classes("10/a.png", "9/b.png", "1/c.png").names).toEqual(["1", "9", "10"]);
  });

  it("gives up on more folders than a label tells apart, and says how many", () => {
    const paths = Array.from({ length: 257 }, (_, i) => `person ${i}/1.jpg`);
    expect(classes(...paths)).toMatchObject({ names: ["images"], tooMany: 257 });
    expect(classes(...paths.slice(1))).toMatchObject({ tooMany: null });
    expect(classesOfPaths(paths.slice(1)).names).toHaveLength(256);
  });
});

it.each([
  ["a/B.JPG", "image"],
  ["a.webp", "image"],
  ["celeba.zip", "zip"],
  ["set.tar.gz", "archive"],
  ["set.7z", "archive"],
  ["train-images-idx3-ubyte.gz", "perhaps-idx"],
  ["t10k-labels.idx1-ubyte", "perhaps-idx"],
  ["labels.txt", "other"],
  ["drawing.svg", "other"],
])("takes %s for %s", (path, kind) => {
  expect(kindOfPath(path)).toBe(kind);
});

it("does not speak of what systems leave behind", () => {
  const litter = ["__MACOSX/a/._1.png", "a/.DS_Store", "a/Thumbs.db", "a/b/"];
  expect(litter.filter(isLitter)).toEqual(litter);
  expect(isLitter("a/b.png")).toBe(false);
});

it("refuses paths that leave their archive", () => {
  const bad = ["../a.png", "a/../../b.png", "/etc/a.png", "C:\\a.png", "..\\a.png"];
  expect(bad.map(refusedPath)).toEqual(bad.map(() => "unsafe-path"));
  expect(refusedPath("a/b..c/d.png")).toBeNull();
});
