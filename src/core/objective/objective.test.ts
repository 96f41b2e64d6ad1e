import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveVae } from "#/core/model/shapes.ts";
import { adamStep } from "#/core/objective/adam.ts";
import { bernoulliGradient, bernoulliTerm } from "#/core/objective/bernoulli.ts";
import { klGradient, klTerm } from "#/core/objective/gaussianKl.ts";
import { referenceImage, referenceLoss } from "#/core/objective/reference.ts";

/** Central difference; with h = 1e-5 its error on these functions is below 1e-8. */
function slope(f: (x: number) => number, x: number): number {
  const h = 1e-5;
  return (f(x + h) - f(x - h)) / (2 * h);
}

const real = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

describe("Bernoulli term", () => {
  it("is ln 2 at logit 0 whatever the pixel, and never overflows", () => {
    expect(bernoulliTerm(0, 0.3)).toBeCloseTo(Math.LN2, 14);
    expect(bernoulliTerm(800, 1)).toBe(0);
    expect(bernoulliTerm(-800, 1)).toBe(800);
  });

  it("equals the cross-entropy of the sigmoid", () => {
    fc.assert(
      fc.property(real(15), fc.double({ min: 0, max: 1, noNaN: true }), (l, x) => {
        const p = 1 / (1 + Math.exp(-l));
        const plain = -x * Math.log(p) - (1 - x) * Math.log(1 - p);
        expect(bernoulliTerm(l, x)).toBeCloseTo(plain, 8);
        expect(bernoulliGradient(l, x)).toBeCloseTo(
          slope((t) => bernoulliTerm(t, x), l),
          6,
        );
      }),
    );
  });
});

describe("KL term", () => {
  it("is zero at the prior and as worked out by hand elsewhere", () => {
    expect(klTerm(0, 0)).toBe(0);
    // ½ (4 + 4 − 1 − ln 4)
    expect(klTerm(2, Math.log(4))).toBeCloseTo(0.5 * (7 - Math.log(4)), 14);
  });

  it("has the gradient it says", () => {
    fc.assert(
      fc.property(real(4), real(4), (mu, lambda) => {
        const gradient = klGradient(mu, lambda);
        expect(gradient.mean).toBeCloseTo(
          slope((t) => klTerm(t, lambda), mu),
          5,
        );
        expect(gradient.logVariance).toBeCloseTo(
          slope((t) => klTerm(mu, t), lambda),
          5,
        );
      }),
    );
  });
});

describe("Adam", () => {
  it("takes two steps as worked out by hand", () => {
    const weights = Float64Array.of(1);
    const moments = { first: new Float64Array(1), second: new Float64Array(1) };
    const settings = { learningRate: 0.1, epsilon: 0.5 };
    // m = 0.2, v = 0.004; m̂ = 2, v̂ = 4; 1 − 0.1 · 2 / (2 + 0.5)
    adamStep(weights, Float64Array.of(2), moments, 1, settings);
    expect(weights[0]).toBeCloseTo(0.92, 12);
    // m = 0.18 − 0.1 = 0.08, m̂ = 0.08 / 0.19; v = 0.003996 + 0.001 = 0.004996, v̂ = v / 0.001999
    adamStep(weights, Float64Array.of(-1), moments, 2, settings);
    const expected = 0.92 - (0.1 * (0.08 / 0.19)) / (Math.sqrt(0.004996 / 0.001999) + 0.5);
    expect(weights[0]).toBeCloseTo(expected, 12);
  });
});

describe("the whole objective", () => {
  it("scores a model of zero weights at D · ln 2 and no KL", () => {
    const vae = resolveVae({ encoder: [], decoder: [], latent: 2, weightInit: "he" }, [2, 2, 1]);
    if (!vae.ok) throw new Error(vae.error.message);
    const weights = Object.fromEntries(
      vae.value.parameters.map(({ name, size }) => [name, new Float64Array(size)]),
    );
    const images = Float32Array.of(0, 1, 0.5, 0.25);
    const epsilon = Float32Array.of(1, -1);
    const loss = referenceLoss(vae.value, weights, { count: 1, images, epsilon }, 3);
    expect(loss).toEqual({ total: 4 * Math.LN2, reconstruction: 4 * Math.LN2, kl: 0 });
    const biased = { ...weights, "mean/bias": [2, 0], "logVariance/bias": [0, Math.log(4)] };
    const { klPerDimension } = referenceImage(vae.value, biased, images, epsilon);
    expect([...klPerDimension]).toEqual([2, 0.5 * (3 - Math.log(4))]);
    expect(referenceLoss(vae.value, biased, { count: 1, images, epsilon }, 0).total).toBe(
      4 * Math.LN2,
    );
  });
});
