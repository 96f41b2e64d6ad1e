import { expect, it } from "vitest";
import {
  atEnd,
  coarse,
  digitsOf,
  early,
  figuresOf,
  fine,
  firstBelow,
  highest,
  lowest,
  nats,
} from "#/core/bench/mistakes/measures.ts";
import { madeEvidence } from "#/core/bench/testing/madeEvidence.ts";

const rising = Array.from({ length: 200 }, (_, i) => i);

it("averages a curve at its tenth part and at its end", () => {
  expect(early(rising)).toBe(29.5);
  expect(atEnd(rising)).toBe(189.5);
  expect(atEnd([3, 5])).toBe(4);
  expect(atEnd([])).toBeNaN();
});

it("finds the extremes among what is a number", () => {
  const curve = [1, Number.NaN, -3, Infinity, 7];
  expect([lowest(curve), highest(curve)]).toEqual([-3, 7]);
});

it("counts steps from 1", () => {
  expect(firstBelow([4, 2, -1, -5], 0)).toBe(3);
  expect(firstBelow([4, 2], 0)).toBeNaN();
});

it("counts the digits of what ran away", () => {
  expect([0, 9, -10, -999, 1e25].map(digitsOf)).toEqual([1, 1, 2, 3, 26]);
  expect(digitsOf(-Infinity)).toBeNaN();
});

it("measures how far codes lie from the origin, mean and spread together", () => {
  const mean = Float32Array.of(3, 0);
  const variance = Float32Array.of(16, 25);
  const evidence = madeEvidence({ evaluation: { aggregatePosterior: { mean, variance } } });
  expect(figuresOf(evidence).reach).toBe(5);
});

it("rounds to what is written, without a negative nothing", () => {
  expect([128.715, 0.00042, -0.0004, 0.7226].map(nats)).toEqual([128.7, 0, 0, 0.723]);
  expect(fine(0.11349)).toBe(0.113);
  expect(coarse(-18.94)).toBe(-18.9);
  expect(nats(Number.NaN)).toBeNaN();
});
