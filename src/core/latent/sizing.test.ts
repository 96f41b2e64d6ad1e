import { describe, expect, it } from "vitest";
import { planeSizing } from "#/core/latent/sizing.ts";

describe("sizing", () => {
  it("holds 17 images of 28 px in 500 px and 13 in 380", () => {
    expect(planeSizing(500, 1, 28)).toEqual({ side: 476, devicePixels: 476, n: 17 });
    expect(planeSizing(380, 1, 28)).toEqual({ side: 364, devicePixels: 364, n: 13 });
  });

  it("is a whole, odd multiple of the image in device pixels", () => {
    for (const ratio of [1, 1.25, 1.5, 2, 3]) {
      for (const image of [28, 32, 64]) {
        for (let space = 220; space < 1400; space += 37) {
          const s = planeSizing(space, ratio, image);
          expect(s.devicePixels % (s.n * image)).toBe(0);
          expect(s.n % 2).toBe(1);
          expect(s.side).toBeLessThanOrEqual(space);
        }
      }
    }
  });
});
