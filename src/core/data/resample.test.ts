import fc from "fast-check";
import { expect, it } from "vitest";
import { resampler } from "#/core/data/resample.ts";
import type { ImageShape } from "#/core/model/spec.ts";

function resampled(
  stored: ImageShape,
  data: { size: "28" | "32" | "64"; crop: "centre" | "fit" },
  value: (row: number, column: number, channel: number) => number,
): Float32Array {
  const [height, width, channels] = stored;
  const source = Float32Array.from({ length: height * width * channels }, (_, i) =>
    value(Math.floor(i / (width * channels)), Math.floor(i / channels) % width, i % channels),
  );
  const target = new Float32Array(Number(data.size) ** 2 * channels);
  resampler(stored, data)?.(source, target);
  return target;
}

it("has nothing to do where the size is the stored one", () => {
  expect(resampler([28, 28, 1], { size: "28", crop: "fit" })).toBeNull();
  expect(resampler([178, 218, 3], { size: "stored", crop: "centre" })).toBeNull();
});

it("shrinks by area", () => {
  const half = resampled([64, 64, 1], { size: "32", crop: "centre" }, (r, c) =>
    (r + c) % 2 === 0 ? 1 : 0,
  );
  expect(half.every((x) => Math.abs(x - 0.5) < 1e-6)).toBe(true);
});

it("keeps means, ramps and channels while it shrinks or grows", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 90 }),
      fc.constantFrom("28" as const, "32" as const, "64" as const),
      (side, size) => {
        fc.pre(side !== Number(size));
        const image = resampled([side, side, 3], { size, crop: "centre" }, (r, _, k) =>
          k === 0 ? r / side : k / 4,
        );
        const n = Number(size);
        for (let r = 0; r < n; r++) {
          const at = (r * n + (r % n)) * 3;
          expect(image[at + 1]).toBeCloseTo(0.25, 5);
          expect(image[at + 2]).toBeCloseTo(0.5, 5);
          // Centres keep their place, but for the border of an image that grows; an area holds
          // steps where the ramp is smooth, a quarter of one at most.
          if (side >= n || (r > n / side && r < n - n / side - 1)) {
            const error = Math.abs((image[at] ?? 0) - ((r + 0.5) / n - 0.5 / side));
            expect(error).toBeLessThan(side > n ? 0.25 / side : 1e-5);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("cuts the middle out, or shows all of it on black", () => {
  // Left third 1, the rest 0.5.
  const value = (_: number, column: number) => (column < 32 ? 1 : 0.5);
  const centre = resampled([32, 96, 1], { size: "32", crop: "centre" }, value);
  expect(centre.every((x) => x === 0.5)).toBe(true);
  const fit = resampled([32, 96, 1], { size: "32", crop: "fit" }, value);
  const row = (r: number) => fit.subarray(r * 32, (r + 1) * 32);
  expect(row(0).every((x) => x === 0)).toBe(true);
  expect(row(31).every((x) => x === 0)).toBe(true);
  expect(row(16)[0]).toBeCloseTo(1, 5);
  expect(row(16)[31]).toBeCloseTo(0.5, 5);
});
