import { describe, expect, it } from "vitest";
import type { PlaneAxes } from "#/core/latent/plane.ts";
import { sameSlice, sliceDistances, sliceOpacity } from "#/core/latent/slice.ts";

const c = Math.SQRT1_2;
const principal: PlaneAxes = {
  kind: "pca",
  origin: Float32Array.of(1, 0, -1),
  directions: Float32Array.of(c, c, 0, -c, c, 0),
};

describe("slice", () => {
  const axes: PlaneAxes = { kind: "dimensions", dims: [0, 1] };
  it("measures the distance off the plane alone", () => {
    const d = sliceDistances(axes, [9, 9, 1], Float32Array.of(0, 0, 1, 0, 0, 4), 2);
    expect([...d]).toEqual([0, 9]);
    const p = sliceDistances(principal, [1, 0, 0], Float32Array.of(3, 5, 2), 1);
    expect(p[0]).toBeCloseTo(4, 4);
  });

  it("is the same wherever the handle lies on it", () => {
    expect(sameSlice(axes, [0, 0, 1], [2, -1, 1])).toBe(true);
    expect(sameSlice(axes, [0, 0, 1], [0, 0, 1.1])).toBe(false);
    expect(sliceOpacity(100, 2)).toBe(1);
    expect(sliceOpacity(0, 20)).toBe(1);
    expect(sliceOpacity(1e6, 20)).toBeGreaterThan(0.1);
  });
});
