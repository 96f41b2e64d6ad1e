import { expect, it } from "vitest";
import { accepts } from "#/core/experiment/field.ts";
import { fields } from "#/core/experiment/fields.ts";
import { arrowStep, positions, sliderScale } from "#/features/setup/fields/sliderScale.ts";

const beta = sliderScale(fields["objective.beta"]);
const rate = sliderScale(fields["optimizer.learningRate"]);

it("puts β = 0 at the left end, 1 in the middle and 100 at the right", () => {
  expect([0, positions / 2, positions].map(beta.toValue)).toEqual([0, 1, 100]);
  expect([0, 1, 100].map(beta.toPosition)).toEqual([0, positions / 2, positions]);
});

it("tells a small β from none", () => {
  expect(beta.toPosition(0.0001)).toBe(1);
});

it("keeps the learning rate above 0 everywhere", () => {
  expect(rate.toValue(0)).toBe(1e-5);
  expect(rate.toValue(positions)).toBe(0.1);
});

it("gives only values the field accepts, and never runs backwards", () => {
  for (const path of ["objective.beta", "optimizer.learningRate"] as const) {
    const field = fields[path];
    const scale = sliderScale(field);
    let last = -1;
    for (let position = 0; position <= positions; position++) {
      const value = scale.toValue(position);
      expect(accepts(field, value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(last);
      last = value;
    }
  }
});

it("clips what lies beyond the slider", () => {
  expect(rate.toPosition(10)).toBe(positions);
  expect(rate.toPosition(1e-9)).toBe(0);
});

it("steps by a tenth on logarithmic fields, by one on counts", () => {
  expect(arrowStep(fields["optimizer.learningRate"], 0.003)).toBe(0.0003);
  expect(arrowStep(fields["objective.beta"], 0)).toBe(0.1);
  expect(arrowStep(fields["training.batch"], 128)).toBe(1);
});
