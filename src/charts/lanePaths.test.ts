import { expect, it } from "vitest";
import { decades, dotPath, linePath, share } from "#/charts/lanePaths.ts";

const area = { left: 10, top: 0, width: 100, height: 50 };

it("places values in a domain, linear or by decades", () => {
  expect(share(150, [100, 200], false)).toBe(0.5);
  expect(share(10, [1, 100], true)).toBeCloseTo(0.5);
  expect(share(0, [1, 100], true)).toBeNaN();
  expect(decades([0.01, 10])).toEqual([0.01, 0.1, 1, 10]);
});

it("draws through the points, the y axis upwards", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  expect(linePath(points, area, [0, 1], [0, 1], false)).toBe("M10.0 50.0L110.0 0.0");
});

it("breaks where there is no number and cuts what runs away", () => {
  const points = [
    { x: 0, y: 1 },
    { x: 0.5, y: Number.NaN },
    { x: 1, y: 1e30 },
  ];
  expect(linePath(points, area, [0, 1], [0, 1], false)).toBe("M10.0 0.0M110.0 -150.0");
});

it("marks single values, and none where there is none", () => {
  const points = [
    { x: 0, y: 0.5 },
    { x: 1, y: Number.NaN },
  ];
  expect(dotPath(points, area, [0, 1], [0, 1], false)).toBe("M10.0 25.0h0");
});
