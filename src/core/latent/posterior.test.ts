import { describe, expect, it } from "vitest";
import { restWindow, toScreen, type PlaneAxes } from "#/core/latent/plane.ts";
import { contourOnScreen, contourRadius, planarPosterior } from "#/core/latent/posterior.ts";

const c = Math.SQRT1_2;
const principal: PlaneAxes = {
  kind: "pca",
  origin: Float32Array.of(1, 0, -1),
  directions: Float32Array.of(c, c, 0, -c, c, 0),
};
const phi = { ...restWindow, coordinates: "phi" as const };

describe("posterior on the plane", () => {
  it("has its true size on screen: σ = 0.1 is 7.46 px of 476", () => {
    const g = planarPosterior(
      { kind: "dimensions", dims: [0, 1] },
      [1, 2],
      [2 * Math.log(0.1), 2 * Math.log(0.1)],
    );
    expect(contourRadius(contourOnScreen(restWindow, g, 1)) * 476).toBeCloseTo(7.46, 2);
    expect(contourRadius(contourOnScreen(restWindow, g, 2)) * 476).toBeCloseTo(14.92, 2);
  });

  it("turns with principal axes: Wᵀ diag(σ²) W by hand", () => {
    const g = planarPosterior(principal, [1, 0, -1], [Math.log(4), Math.log(1), 0]);
    expect(g.centre[0]).toBeCloseTo(0, 6);
    // a = (x+y)/√2, b = (y−x)/√2 with var x = 4, var y = 1.
    expect(g.aa).toBeCloseTo(2.5, 6);
    expect(g.bb).toBeCloseTo(2.5, 6);
    expect(g.ab).toBeCloseTo(-1.5, 6);
  });

  it("follows the warp: every contour point is the image of its latent point", () => {
    const g = { centre: [1.5, -0.5] as const, aa: 0.25, ab: 0, bb: 0.04 };
    const contour = contourOnScreen(phi, g, 2);
    const [u, v] = toScreen(phi, [2.5, -0.5]);
    expect(contour[0]).toBeCloseTo(u, 12);
    expect(contour[1]).toBeCloseTo(v, 12);
  });
});
