import { expect, it } from "vitest";
import { drawTiles, tileLayout } from "#/features/benches/parts/tiles.ts";

const shape = [28, 28, 1] as const;

it("fills a row with as many groups as there is room for, in whole rows", () => {
  const room = { shape, group: 2, count: 40, rows: 5, available: 420, ratio: 1 };
  expect(tileLayout(room)).toMatchObject({ columns: 7, shown: 35, width: 406, scale: 1 });
  expect(tileLayout({ ...room, available: 10 })).toMatchObject({ columns: 1, shown: 5 });
  expect(tileLayout({ ...room, group: 1, available: 640 })).toMatchObject({
    columns: 10,
    scale: 2,
  });
  expect(tileLayout({ ...room, ratio: 2 })).toMatchObject({ columns: 7, scale: 2 });
});

it("puts partners side by side and leaves gaps transparent", () => {
  const tiny = [1, 1, 1] as const;
  const layout = { columns: 2, shown: 2, width: 8, height: 3, scale: 1 };
  const rgba = drawTiles([Float32Array.of(1, 0), Float32Array.of(0, 1)], tiny, layout, false);
  const at = (x: number) => [...rgba.subarray(x * 4, x * 4 + 4)];
  expect([0, 1, 2, 4, 5].map(at)).toEqual([
    [255, 255, 255, 255],
    [0, 0, 0, 255],
    [0, 0, 0, 0],
    [0, 0, 0, 255],
    [255, 255, 255, 255],
  ]);
});
