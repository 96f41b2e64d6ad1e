import { describe, expect, it } from "vitest";
import { nextOfClass } from "#/core/latent/testImages.ts";

const points = { indices: [40, 7, 19, 3], labels: [1, 2, 1, 2] };

describe("nextOfClass", () => {
  it("goes through a class and starts again", () => {
    expect(nextOfClass(points, 1, null)).toBe(40);
    expect(nextOfClass(points, 1, 40)).toBe(19);
    expect(nextOfClass(points, 1, 19)).toBe(40);
    expect(nextOfClass(points, null, 7)).toBe(19);
  });

  it("finds none of a class that is not there, and begins where the last has gone", () => {
    expect(nextOfClass(points, 5, null)).toBeNull();
    expect(nextOfClass(points, 2, 1000)).toBe(7);
    expect(nextOfClass({ indices: [], labels: [] }, null, null)).toBeNull();
  });
});
