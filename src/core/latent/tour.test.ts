import { describe, expect, it } from "vitest";
import { tourPoint } from "#/core/latent/tour.ts";

describe("tour", () => {
  it("is a closed loop of 12 s within two standard deviations", () => {
    expect(tourPoint(12_000)[0]).toBeCloseTo(tourPoint(0)[0], 9);
    for (let t = 0; t < 12_000; t += 50) expect(Math.hypot(...tourPoint(t))).toBeLessThanOrEqual(2);
  });
});
