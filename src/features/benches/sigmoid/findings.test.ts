import { expect, it } from "vitest";
import { findingOf, natsApart } from "#/features/benches/sigmoid/findings.ts";

const inOutput = { likelihood: "bernoulli", sigmoid: "output" } as const;
const inLoss = { likelihood: "bernoulli", sigmoid: "loss" } as const;
const logits = Float32Array.of(-11, -2, 0.5, 3);

it("says where black and white of the originals end beside raw logits", () => {
  const { gives, range, drawn } = findingOf(inLoss, "autoscaled", logits, logits);
  expect([gives, range]).toEqual(["logits", { low: -11, high: 3 }]);
  expect(drawn).toEqual({ id: "pale", black: 11 / 14, white: 12 / 14 });
});

it("finds nothing wrong with pixels drawn as they are, scaled or not", () => {
  const p = Float32Array.of(0.001, 0.9);
  expect(findingOf(inOutput, "autoscaled", p, p).drawn).toEqual({ id: "sameRange" });
  expect(findingOf(inOutput, "clamped", p, p).drawn).toEqual({ id: "asMeant" });
  expect(findingOf(inLoss, "sigmoid", logits, p).drawn).toEqual({ id: "asMeant" });
});

it("counts what is cut, and the range that a second sigmoid leaves", () => {
  expect(findingOf(inLoss, "clamped", logits, logits).drawn).toEqual({ id: "cut", share: 0.75 });
  const squashed = Float32Array.of(0.5, 0.73);
  const { drawn } = findingOf(inOutput, "sigmoidTwice", Float32Array.of(0, 1), squashed);
  expect(drawn).toMatchObject({ id: "squashed", low: 0.5 });
});

it("compares two lanes over the steps both have taken", () => {
  const curve = (total: number[]) => ({
    length: total.length,
    steps: total.map((_, i) => i + 1),
    total,
  });
  expect(natsApart(curve([]), curve([1]))).toBeNull();
  expect(natsApart(curve([540, 300]), curve([541, 300.5, 200]))).toEqual({ nats: 0.75, step: 2 });
});
