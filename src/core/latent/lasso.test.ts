import { describe, expect, it } from "vitest";
import { pointsWithin } from "#/core/latent/lasso.ts";

const points = [0.5, 0.5, 0.1, 0.1, 0.9, 0.5, 0.5, 0.9];

describe("pointsWithin", () => {
  it("takes what lies inside the line", () => {
    expect(pointsWithin([0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.8], points)).toEqual([0]);
  });

  it("leaves the hole of a line that crosses itself", () => {
    const twice = [0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1];
    expect(pointsWithin(twice, points)).toEqual([]);
  });

  it("holds nothing with fewer than three corners", () => {
    expect(pointsWithin([0, 0, 1, 1], points)).toEqual([]);
  });
});
