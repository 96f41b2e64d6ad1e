import { describe, expect, it } from "vitest";
import { highestKl, resolveAxes, sameAxes } from "#/core/latent/axes.ts";
import { restWindow, type PlaneAxes } from "#/core/latent/plane.ts";

const pca: PlaneAxes = {
  kind: "pca",
  origin: Float32Array.of(0, 0, 1),
  directions: Float32Array.of(1, 0, 0, 0, 1, 0),
};
const sheet = { window: restWindow, axes: pca, at: [0, 0, 0], n: 3 };

describe("axes of the plane", () => {
  it("are the dimensions asked for at once", () => {
    const dims = { kind: "dimensions", dims: [2, 1] } as const;
    expect(resolveAxes(dims, sheet, 3)).toBe(dims);
  });

  it("are principal when a sheet of this model brought them", () => {
    expect(resolveAxes({ kind: "pca" }, sheet, 3)).toBe(pca);
    expect(resolveAxes({ kind: "pca" }, null, 3)).toEqual({ kind: "dimensions", dims: [0, 1] });
    expect(resolveAxes({ kind: "pca" }, sheet, 1)).toEqual({ kind: "dimensions", dims: [0, 0] });
  });

  it("are compared by value", () => {
    expect(
      sameAxes({ kind: "dimensions", dims: [0, 1] }, { kind: "dimensions", dims: [0, 1] }),
    ).toBe(true);
    expect(
      sameAxes({ kind: "dimensions", dims: [0, 1] }, { kind: "dimensions", dims: [1, 0] }),
    ).toBe(false);
    expect(sameAxes(pca, { ...pca, origin: Float32Array.of(0, 0, 1) })).toBe(true);
    expect(sameAxes(pca, { ...pca, origin: Float32Array.of(0, 0, 2) })).toBe(false);
    expect(sameAxes(pca, { kind: "dimensions", dims: [0, 1] })).toBe(false);
  });

  it("span the two dimensions of highest KL", () => {
    expect(highestKl([0.1, 2, 0, 3])).toEqual([3, 1]);
    expect(highestKl([1, 1, 1])).toEqual([0, 1]);
    expect(highestKl(Float32Array.of(5, 1, 4))).toEqual([0, 2]);
  });
});
