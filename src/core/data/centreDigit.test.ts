import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centreDigit, centreOfMass } from "#/core/data/centreDigit.ts";

const raster = 112;

/** A filled rectangle on the pad. */
function bar(top: number, left: number, height: number, width: number): Float32Array {
  const ink = new Float32Array(raster * raster);
  for (let i = top; i < top + height; i++)
    ink.fill(1, i * raster + left, i * raster + left + width);
  return ink;
}

function extent(image: Float32Array, side: number): [height: number, width: number] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  image.forEach((value, at) => {
    if (value <= 0.01) return;
    rows.add(Math.floor(at / side));
    columns.add(at % side);
  });
  return [rows.size, columns.size];
}

const rectangle = fc.record({
  top: fc.integer({ min: 0, max: 40 }),
  left: fc.integer({ min: 0, max: 40 }),
  height: fc.integer({ min: 8, max: 70 }),
  width: fc.integer({ min: 8, max: 70 }),
});

describe("centreDigit", () => {
  it("fits the longer side to 20 of 28 and keeps the proportions", () => {
    fc.assert(
      fc.property(rectangle, ({ top, left, height, width }) => {
        const [rows, columns] = extent(
          centreDigit(bar(top, left, height, width), raster, raster, 28),
          28,
        );
        expect(Math.max(rows, columns)).toBe(20);
        const [short, long] = [Math.min(height, width), Math.max(height, width)];
        expect(Math.abs(Math.min(rows, columns) - (20 * short) / long)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("does not care where on the pad it was drawn", () => {
    fc.assert(
      fc.property(rectangle, ({ top, left, height, width }) => {
        const here = centreDigit(bar(top, left, height, width), raster, raster, 28);
        expect(centreDigit(bar(0, 0, height, width), raster, raster, 28)).toEqual(here);
      }),
    );
  });

  it("brings the centre of mass to the middle, within half a pixel", () => {
    // An L: most of its ink is at the lower left.
    const ink = bar(10, 10, 90, 20);
    bar(80, 10, 20, 60).forEach((value, at) => {
      if (value > 0) ink[at] = value;
    });
    const image = centreDigit(ink, raster, raster, 28);
    const [x, y] = centreOfMass(image, 28);
    expect(Math.abs(x - 14)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(y - 14)).toBeLessThanOrEqual(0.5);
    expect(extent(image, 28)[0]).toBe(20);
  });

  it("pushes no ink over the rim", () => {
    // A thin tail to the right of a heavy blot: the centre of mass lies far left.
    const ink = bar(40, 0, 30, 30);
    bar(54, 30, 2, 82).forEach((value, at) => {
      if (value > 0) ink[at] = value;
    });
    expect(extent(centreDigit(ink, raster, raster, 28), 28)[1]).toBe(20);
  });

  it("keeps the proportion at other sides, and an empty pad empty", () => {
    expect(extent(centreDigit(bar(0, 0, 50, 50), raster, raster, 32), 32)).toEqual([23, 23]);
    expect(
      centreDigit(new Float32Array(raster * raster), raster, raster, 28).every((x) => x === 0),
    ).toBe(true);
  });
});
