import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernoulliGradient, bernoulliTerm } from "#/core/objective/bernoulli.ts";
import {
  logitBreaks,
  logitForms,
  logitStudy,
  type LogitForm,
} from "#/core/objective/logitStudy.ts";

function at(form: LogitForm, x: number, l: number): { loss: number; gradient: number } {
  const { loss, gradient } = logitStudy(form, x, Float32Array.of(l));
  return { loss: loss[0]!, gradient: gradient[0]! };
}

/** −log ε₀ */
const floor = -Math.log(1e-10);
const grey = fc.double({ min: 0, max: 1, noNaN: true });
const logit = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

describe("logitStudy", () => {
  it("is one and the same while logits are small", () => {
    fc.assert(
      fc.property(grey, logit(8), (x, l) => {
        const exact = Math.fround(l);
        for (const form of logitForms) {
          const { loss, gradient } = at(form, x, exact);
          expect(Math.abs(loss - bernoulliTerm(exact, x))).toBeLessThan(2e-4);
          expect(Math.abs(gradient - bernoulliGradient(exact, x))).toBeLessThan(2e-4);
        }
      }),
    );
  });

  it("A as written is +∞ for x < 1 and NaN for x = 1 from 17 up", () => {
    for (const l of [17, 18, 25, 40, 100]) {
      for (const x of [0, 0.3, 0.999]) expect(at("output-added", x, l).loss).toBe(Infinity);
      expect(at("output-added", 1, l).loss).toBeNaN();
      expect(at("output-added", 1, l).gradient).toBeNaN();
    }
    expect(at("output-added", 0, 16.5).loss).toBeLessThan(17);
    expect(at("output-added", 1, 16.5).loss).toBeLessThan(1e-6);
  });

  it("A loses the gradient of a white pixel on the dark side, and its loss flattens", () => {
    for (const form of ["output-added", "output-grouped"] as const) {
      expect(at(form, 1, -10).gradient).toBeCloseTo(-0.999_952, 4);
      expect(at(form, 1, -17).gradient).toBeCloseTo(-0.997_59, 4);
      expect(at(form, 1, -23.025_85).gradient).toBeCloseTo(-0.5, 4);
      expect(at(form, 1, -30).gradient).toBeCloseTo(-9.349e-4, 6);
      expect(at(form, 1, -30).loss).toBeCloseTo(floor, 2);
      expect(at(form, 1, -100).loss).toBeCloseTo(23.03, 2);
      expect(at(form, 1, -100).gradient).toBeCloseTo(0, 12);
    }
  });

  it("with ε₀ beside 1 − x̂ the light side flattens at 23.03 without a gradient", () => {
    for (const l of [17, 20, 40, 100]) {
      expect(at("output-grouped", 0, l).loss).toBeCloseTo(floor, 4);
      expect(at("output-grouped", 0.25, l).loss).toBeCloseTo(0.75 * floor, 4);
      expect(at("output-grouped", 1, l).loss).toBeCloseTo(0, 12);
      for (const x of [0, 0.25, 1]) expect(at("output-grouped", x, l).gradient).toBeCloseTo(0, 12);
    }
  });

  it("the stable form is right everywhere", () => {
    fc.assert(
      fc.property(grey, logit(1000), (target, l) => {
        const [x, exact] = [Math.fround(target), Math.fround(l)];
        const { loss, gradient } = at("stable", x, exact);
        const rounding = 1e-6 * (1 + Math.abs(exact));
        expect(Math.abs(loss - bernoulliTerm(exact, x))).toBeLessThan(rounding);
        expect(Math.abs(gradient - bernoulliGradient(exact, x))).toBeLessThan(1e-6);
      }),
    );
    expect(at("stable", 1, -1000)).toEqual({ loss: 1000, gradient: -1 });
    expect(at("stable", 0, 1000)).toEqual({ loss: 1000, gradient: 1 });
  });
});

describe("logitBreaks", () => {
  it("names where A as written breaks", () => {
    const half = logitBreaks("output-added", 0.5);
    // 1 + e⁻ˡ rounds to 1 from 24 ln 2 = 16.64 up.
    expect(half.positive?.kind).toBe("infinite");
    expect(half.positive?.logit).toBeCloseTo(16.65, 5);
    expect(half.negative?.kind).toBe("flat");
    expect(half.negative?.logit).toBeCloseTo(-23.05, 5);
    expect(logitBreaks("output-added", 1).positive?.kind).toBe("nan");
  });

  it("names where the grouped form goes flat, and nothing where nothing is lost", () => {
    const { negative, positive } = logitBreaks("output-grouped", 0);
    expect(positive?.kind).toBe("flat");
    expect(positive?.logit).toBeCloseTo(16.65, 5);
    expect(negative).toBeNull();
    // Of a white pixel on the light side no gradient is due.
    expect(logitBreaks("output-grouped", 1).positive).toBeNull();
    expect(logitBreaks("output-grouped", 1).negative?.logit).toBeCloseTo(-23.05, 5);
  });

  it("finds nothing wrong with the stable form", () => {
    fc.assert(
      fc.property(grey, (x) => {
        expect(logitBreaks("stable", x)).toEqual({ negative: null, positive: null });
      }),
      { numRuns: 25 },
    );
  });
});
