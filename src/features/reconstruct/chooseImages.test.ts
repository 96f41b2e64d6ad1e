import { describe, expect, it } from "vitest";
import { chosenImages, firstTen } from "#/features/reconstruct/chooseImages.ts";

const candidates = {
  indices: Array.from({ length: 45 }, (_, i) => 2 * i),
  labels: Array.from({ length: 45 }, (_, i) => i % 3),
};

describe("chosenImages", () => {
  it("starts with the first ten, goes on ten at a time and wraps around", () => {
    expect(chosenImages(candidates, firstTen, 1)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(chosenImages(candidates, { ...firstTen, page: 1 }, 1)[0]).toBe(20);
    expect(chosenImages(candidates, { ...firstTen, page: 4 }, 1)).toEqual([
      80, 82, 84, 86, 88, 0, 2, 4, 6, 8,
    ]);
  });

  it("keeps to one class", () => {
    const chosen = chosenImages(candidates, { ...firstTen, label: 2 }, 1);
    expect(chosen).toHaveLength(10);
    expect(chosen.every((index) => (index / 2) % 3 === 2)).toBe(true);
  });

  it("shuffles by the seed alone, each shuffle in its own way", () => {
    const once = chosenImages(candidates, { ...firstTen, shuffle: 1 }, 7);
    expect(chosenImages(candidates, { ...firstTen, shuffle: 1 }, 7)).toEqual(once);
    expect(chosenImages(candidates, { ...firstTen, shuffle: 2 }, 7)).not.toEqual(once);
    expect(chosenImages(candidates, { ...firstTen, shuffle: 1 }, 8)).not.toEqual(once);
    expect(new Set(once).size).toBe(10);
  });

  it("shows fewer where there are fewer, and none of an unknown class", () => {
    const few = { indices: [5, 6], labels: [0, 0] };
    expect(chosenImages(few, { ...firstTen, page: 3 }, 1)).toEqual([5, 6]);
    expect(chosenImages(few, { ...firstTen, label: 9 }, 1)).toEqual([]);
  });
});
