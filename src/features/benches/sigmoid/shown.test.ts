import { expect, it } from "vitest";
import { meantOf, show } from "#/features/benches/sigmoid/shown.ts";

const inOutput = { likelihood: "bernoulli", sigmoid: "output" } as const;
const inLoss = { likelihood: "bernoulli", sigmoid: "loss" } as const;
const logits = Float32Array.of(-11, 0, 3);
const originals = Float32Array.of(0, 0.5, 1);

it("takes the sigmoid of logits alone", () => {
  expect([...meantOf(inLoss, Float32Array.of(0))]).toEqual([0.5]);
  const p = Float32Array.of(0.25, 1);
  expect([...meantOf(inOutput, p)]).toEqual([0.25, 1]);
});

it("pushes the originals into a pale band where raw logits share their figure", () => {
  const { figure, originals: pale } = show(inLoss, "autoscaled", logits, originals);
  expect(figure).toEqual({ low: -11, high: 3 });
  expect([...pale].map((value) => Number(value.toFixed(3)))).toEqual([0.786, 0.821, 0.857]);
});

it("leaves a network that gives pixels as it is, in one figure with the originals", () => {
  const p = Float32Array.of(0, 0.5, 1);
  const { pictures, originals: beside } = show(inOutput, "autoscaled", p, originals);
  expect([...pictures]).toEqual([0, 0.5, 1]);
  expect([...beside]).toEqual([0, 0.5, 1]);
});

it("clamps logits, and squashes twice into [0.5, 0.73]", () => {
  expect([...show(inLoss, "clamped", logits, originals).pictures]).toEqual([0, 0, 1]);
  const twice = show(inLoss, "sigmoidTwice", logits, originals).pictures;
  expect(Math.min(...twice)).toBeGreaterThanOrEqual(0.5);
  expect(Math.max(...twice)).toBeLessThan(0.74);
});
