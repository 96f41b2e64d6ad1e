import { expect, it } from "vitest";
import { activeUnits, Moments } from "#/core/metrics/moments.ts";

it("gathers mean and variance over pieces", () => {
  const moments = new Moments(2);
  moments.add([1, 10, 2, 10], 2);
  moments.add([6, 10], 1);
  expect([...moments.mean]).toEqual([3, 10]);
  // ((1−3)² + (2−3)² + (6−3)²) / 3
  expect(moments.variance[0]).toBeCloseTo(14 / 3, 12);
  expect(activeUnits(moments.variance)).toBe(1);
});

it("keeps its digits far from zero", () => {
  const moments = new Moments(1);
  for (let i = 0; i < 1000; i++) moments.add([1e6 + (i % 2)], 1);
  expect(moments.variance[0]).toBeCloseTo(0.25, 9);
});

it("is 0 over nothing, and a variance of exactly 0.01 is inactive", () => {
  expect([...new Moments(1).variance]).toEqual([0]);
  expect(activeUnits([0.01, 0.0101])).toBe(1);
});
