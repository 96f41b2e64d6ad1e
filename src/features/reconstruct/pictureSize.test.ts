import { describe, expect, it } from "vitest";
import { pictureSize } from "#/features/reconstruct/pictureSize.ts";

const space = { width: 764, count: 10, gap: 8, most: 56, devicePixelRatio: 1 };

describe("pictureSize", () => {
  it("takes the largest whole multiple that fits the row", () => {
    expect(pictureSize([28, 28, 1], space).cssWidth).toBe(56);
    expect(pictureSize([28, 28, 1], { ...space, width: 500 }).cssWidth).toBe(28);
    expect(pictureSize([32, 32, 3], space).cssWidth).toBe(32);
  });

  it("counts in device pixels", () => {
    expect(pictureSize([28, 28, 1], { ...space, width: 500, devicePixelRatio: 2 }).cssWidth).toBe(
      42,
    );
    const { cssWidth } = pictureSize([28, 28, 1], { ...space, devicePixelRatio: 1.5 });
    expect((cssWidth * 1.5) % 28).toBeCloseTo(0, 9);
  });

  it("never falls below one device pixel a pixel", () => {
    expect(pictureSize([28, 28, 1], { ...space, width: 0 }).cssWidth).toBe(28);
  });
});
