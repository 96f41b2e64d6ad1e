import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernoulliGradient, bernoulliTerm } from "#/core/objective/bernoulli.ts";
import { klGradient, klTerm } from "#/core/objective/gaussianKl.ts";

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
