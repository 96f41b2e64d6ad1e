import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { rasterSheet } from "#/core/latent/resample.ts";

/** n² images of h × w × c with distinct values. */
function sheet(n: number, h: number, w: number, c: number): Uint8Array {
  return Uint8Array.from({ length: n * n * h * w * c }, (_, i) => (i * 37 + 11) % 256);
}

function even(n: number, size: number): Int32Array {
  return Int32Array.from({ length: n + 1 }, (_, i) => i * size);
}

describe("sheet raster", () => {
  it("repeats stored pixels where a cell is a whole multiple", () => {
    const pixels = sheet(2, 2, 3, 1);
    const raster = rasterSheet(pixels, [2, 3, 1], even(2, 6), even(2, 4), 12);
    expect(raster).toMatchObject({ x: 0, y: 0, width: 12, height: 8 });
    for (let y = 0; y < 8; y++) {
      for (let x = 0; x < 12; x++) {
        const image = Math.floor(y / 4) * 2 + Math.floor(x / 6);
        const stored = pixels[image * 6 + Math.floor((y % 4) / 2) * 3 + Math.floor((x % 6) / 2)];
        expect(raster?.pixels[y * 12 + x]).toBe(stored);
      }
    }
  });

  it("averages by area and drops nothing: 2 × 2 pixels on one", () => {
    const raster = rasterSheet(
      Uint8Array.of(0, 100, 100, 200),
      [2, 2, 1],
      even(1, 1),
      even(1, 1),
      9,
    );
    expect([...(raster?.pixels ?? [])]).toEqual([100]);
    const thirds = rasterSheet(Uint8Array.of(0, 90, 240), [1, 3, 1], even(1, 2), even(1, 1), 9);
    // Pixel 0 covers all of the first and half of the second.
    expect([...(thirds?.pixels ?? [])]).toEqual([30, 190]);
  });

  it("keeps the mean of a sheet, whatever the edges, and never bleeds between cells", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
        fc.constantFrom(1, 3),
        ([a = 1, b = 1], [c = 1, d = 1], channels) => {
          const pixels = new Uint8Array(4 * 25 * channels);
          for (let k = 0; k < 4; k++)
            pixels.fill(50 * (k + 1), k * 25 * channels, (k + 1) * 25 * channels);
          const xs = Int32Array.of(0, a, a + b);
          const ys = Int32Array.of(0, c, c + d);
          const raster = rasterSheet(pixels, [5, 5, channels], xs, ys, 40);
          for (let y = 0; y < c + d; y++) {
            for (let x = 0; x < a + b; x++) {
              const expected = 50 * ((y < c ? 0 : 2) + (x < a ? 0 : 1) + 1);
              expect(raster?.pixels[(y * (a + b) + x) * channels]).toBe(expected);
            }
          }
        },
      ),
    );
  });

  it("makes only what lies in the frame", () => {
    const pixels = sheet(2, 2, 2, 1);
    const raster = rasterSheet(
      pixels,
      [2, 2, 1],
      Int32Array.of(-4, 0, 4),
      Int32Array.of(6, 10, 14),
      12,
    );
    expect(raster).toMatchObject({ x: 0, y: 6, width: 4, height: 6 });
    expect(raster?.pixels[0]).toBe(pixels[4]);
    expect(rasterSheet(pixels, [2, 2, 1], Int32Array.of(20, 24, 28), even(2, 4), 12)).toBeNull();
  });
});
