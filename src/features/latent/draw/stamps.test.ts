import { describe, expect, it } from "vitest";
import { stampCorner, stampOnto, type Stamp } from "#/features/latent/draw/stamps.ts";

const red: Stamp = { size: 1, rgba: Uint8ClampedArray.of(255, 0, 0, 255) };

describe("stamps", () => {
  it("fall on the nearest quarter of a pixel", () => {
    expect(stampCorner(10.5, 5)).toEqual({ pixel: 8, phase: 0 });
    expect(stampCorner(10.8, 5)).toEqual({ pixel: 8, phase: 1 });
    expect(stampCorner(1, 5)).toEqual({ pixel: -2, phase: 2 });
  });

  it("lie over what is there, as strongly as asked", () => {
    const image = Uint8ClampedArray.of(0, 0, 255, 255);
    stampOnto(image, 1, red, 0, 0, 0.5);
    expect([...image]).toEqual([128, 0, 128, 255]);
    const empty = new Uint8ClampedArray(4);
    stampOnto(empty, 1, red, 0, 0, 0.5);
    expect([...empty]).toEqual([255, 0, 0, 128]);
  });

  it("are cut at the edges and never touch the other side", () => {
    const stamp: Stamp = { size: 3, rgba: new Uint8ClampedArray(36).fill(255) };
    const image = new Uint8ClampedArray(4 * 4 * 4);
    stampOnto(image, 4, stamp, -2, 2, 1);
    const filled = [...image].flatMap((value, i) =>
      i % 4 === 3 && value > 0 ? [(i - 3) / 4] : [],
    );
    expect(filled).toEqual([8, 12]);
  });
});
