import { expect, it } from "vitest";
import { annealingFactor, rateFactor } from "#/core/schedule.ts";
import { curvePath, sampleCurve, toBox } from "#/features/setup/curve/scheduleCurve.ts";

const box = { width: 100, height: 50 };

it("spans the planned steps and starts its scale at 0", () => {
  const curve = sampleCurve((step) => 4 * annealingFactor("linear", 100, step), 400);
  expect(curve.points[0]).toEqual([0, 0]);
  expect(curve.points.at(-1)).toEqual([399, 4]);
  expect([curve.least, curve.greatest]).toEqual([0, 4]);
});

it("puts the most at the top and the last step at the right", () => {
  const curve = sampleCurve((step) => annealingFactor("linear", 10, step), 11);
  const place = toBox(curve, box);
  expect(place(0, 0)).toEqual([0, 50]);
  expect(place(10, 1)).toEqual([100, 0]);
  expect(place(5000, 1)).toEqual([100, 0]);
});

it("shows a negative β below the line of 0", () => {
  const curve = sampleCurve((step) => -2 * annealingFactor("linear", 10, step), 100);
  expect([curve.least, curve.greatest]).toEqual([-2, 0]);
  expect(toBox(curve, box)(50, 0)[1]).toBe(0);
});

it("draws stairs as stairs", () => {
  const curve = sampleCurve((step) => rateFactor("staircase", 2, 0.5, step), 4);
  expect(curvePath(curve, box, true)).toBe("M0.0 0.0H33.3V0.0H66.7V25.0H100.0V25.0");
});

it("shows every cycle up to its top and down to its foot", () => {
  const curve = sampleCurve((step) => annealingFactor("cyclical", 1000, step), 23_400, 1000);
  const tops = curve.points.filter(([step, value]) => step % 1000 < 500 && value > 0.9);
  expect(new Set(tops.map(([step]) => Math.floor(step / 1000))).size).toBe(23);
});

it("stands one step", () => {
  expect(
    curvePath(
      sampleCurve(() => 1, 1),
      box,
      false,
    ),
  ).toBe("M0.0 0.0L100.0 0.0");
});
