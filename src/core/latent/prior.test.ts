import { describe, expect, it } from "vitest";
import type { PlaneAxes } from "#/core/latent/plane.ts";
import { priorCentre, priorRings } from "#/core/latent/prior.ts";

const c = Math.SQRT1_2;
const principal: PlaneAxes = {
  kind: "pca",
  origin: Float32Array.of(1, 0, -1),
  directions: Float32Array.of(c, c, 0, -c, c, 0),
};

describe("prior on the plane", () => {
  it("rings hold 39, 86 and 99 % of the mass", () => {
    for (const ring of priorRings) {
      expect(100 * (1 - Math.exp((-ring.radius * ring.radius) / 2))).toBeCloseTo(
        ring.percent,
        -0.5,
      );
    }
  });

  it("lies about the projected origin", () => {
    const [a, b] = priorCentre(principal);
    expect(a).toBeCloseTo(-c, 6);
    expect(b).toBeCloseTo(c, 6);
  });
});
