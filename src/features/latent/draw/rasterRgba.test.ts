import { describe, expect, it } from "vitest";
import { rasterRgba } from "#/features/latent/draw/rasterRgba.ts";
import { toRgba } from "#/ui/pixels.ts";

describe("raster colours", () => {
  it("are those of every other picture on the page", () => {
    for (const channels of [1, 3]) {
      for (const invert of [false, true]) {
        const bytes = Uint8ClampedArray.from({ length: 12 * channels }, (_, i) => (i * 53) % 256);
        const shape = [3, 4, channels] as const;
        expect([...rasterRgba(bytes, channels, invert)]).toEqual([
          ...toRgba(new Uint8Array(bytes), shape, { invert }),
        ]);
      }
    }
  });
});
