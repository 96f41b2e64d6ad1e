/** Both ways to update weights in memory of ours against the optimisers' definitions. */
import { describe, expect, it } from "vitest";
import { createRng } from "#/core/rng.ts";
import { referenceUpdate, type UpdateRule } from "#/core/training/optimizers.ts";
import { createHostUpdates } from "#/engine/reference/hostUpdates.ts";
import { createVectorUpdates } from "#/engine/reference/vectorUpdates.ts";

const ways = [
  { way: "in JavaScript", create: createHostUpdates },
  { way: "in wasm", create: createVectorUpdates },
] as const;

const base = { epsilon: 1e-8, epsilonPlacement: "corrected", decay: 0.999, momentum: 0.9 } as const;
const rules: readonly UpdateRule[] = [
  { ...base, kind: "adam" },
  { ...base, kind: "adam", epsilon: 1e-3, epsilonPlacement: "uncorrected" },
  { ...base, kind: "rmsprop", decay: 0.9, momentum: 0, epsilon: 1e-7 },
  { ...base, kind: "rmsprop", decay: 0.9, momentum: 0.6, epsilon: 1e-3 },
  { ...base, kind: "sgd", momentum: 0 },
  { ...base, kind: "sgd" },
];
/** No multiple of four, and more than a page of memory for all. */
const SIZE = 5003;

describe.each(ways)("updates $way", ({ create }) => {
  it.each(rules)("$kind, momentum $momentum, ε $epsilon", (rule) => {
    const rng = createRng(1);
    const updates = create(SIZE, rule);
    if (updates === null) throw new Error("this machine has no vectors");
    const { vectors, step } = updates;
    rng.fillNormal(vectors.values);
    const weights = Float64Array.from(vectors.values);
    const moments = { first: new Float64Array(SIZE), second: new Float64Array(SIZE) };
    const gradient = new Float32Array(SIZE);

    for (let steps = 1; steps <= 10; steps++) {
      rng.fillNormal(gradient);
      vectors.gradient.set(gradient.map((g) => g * 128));
      step({ learningRate: 0.01, scale: 1 / 128, steps });
      referenceUpdate(weights, gradient, moments, steps, { ...rule, learningRate: 0.01 });
    }

    expect(farthest(vectors.values, weights)).toBeLessThan(1e-5);
    expect(farthest(vectors.second, moments.second)).toBeLessThan(1e-5);
    if (rule.momentum > 0) expect(farthest(vectors.first, moments.first)).toBeLessThan(1e-5);
    else expect(vectors.first.every((m) => m === 0)).toBe(true);
  });

  it("passes on what is no number, in its place alone", () => {
    const updates = create(8, { ...base, kind: "adam" });
    updates?.vectors.gradient.set([1, 1, 1, Number.NaN, 1, 1, 1, 1]);
    updates?.step({ learningRate: 0.01, scale: 1, steps: 1 });
    const broken = Array.from(updates?.vectors.values ?? [], Number.isNaN);
    expect(broken).toEqual([false, false, false, true, false, false, false, false]);
  });
});

/** The largest difference. */
function farthest(a: Float32Array, b: Float64Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);
}
