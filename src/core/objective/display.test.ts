import { describe, expect, it } from "vitest";
import { displayInPlace, drawsRaw, figureOf, scaleInto } from "#/core/objective/display.ts";

const of = (...values: number[]) => Float32Array.from(values);
const rounded = (values: Float32Array) => [...values].map((value) => Number(value.toFixed(4)));

describe("displays", () => {
  it("draws the network's output only where the mistake is about it", () => {
    expect(drawsRaw("sigmoid")).toBe(false);
    expect(drawsRaw("sigmoidTwice")).toBe(false);
    expect(drawsRaw("autoscaled")).toBe(true);
    expect(drawsRaw("clamped")).toBe(true);
  });

  it("shows p as it is, cut where a mean leaves [0, 1]", () => {
    expect(rounded(displayInPlace("sigmoid", of(0, 0.25, 1, -0.5, 1.5), null))).toEqual([
      0, 0.25, 1, 0, 1,
    ]);
  });

  it("makes clamped logits hard, almost binary", () => {
    expect(rounded(displayInPlace("clamped", of(-11, -1, 0.5, 3), null))).toEqual([0, 0, 0.5, 1]);
  });

  it("leaves [0.5, 0.7311] to a sigmoid taken twice", () => {
    expect(rounded(displayInPlace("sigmoidTwice", of(0, 1), null))).toEqual([0.5, 0.7311]);
  });

  it("scales logits and originals by one figure: a grey ground, originals in a pale band", () => {
    const logits = of(-11, -4, 3);
    const figure = figureOf("autoscaled", logits);
    expect(figure).toEqual({ low: -11, high: 3 });
    if (figure === null) throw new Error("no figure");
    expect(rounded(displayInPlace("autoscaled", logits, figure))).toEqual([0, 0.5, 1]);
    expect(rounded(scaleInto(of(0, 1), figure))).toEqual([0.7857, 0.8571]);
  });

  it("counts the originals, which span [0, 1], into the figure", () => {
    expect(figureOf("autoscaled", of(0.2, 0.4))).toEqual({ low: 0, high: 1 });
    expect(figureOf("autoscaled", of(0.2, 7))).toEqual({ low: 0, high: 7 });
  });

  it("scales nothing else", () => {
    for (const display of ["sigmoid", "clamped", "sigmoidTwice"] as const) {
      expect(figureOf(display, of(-3, 3))).toBeNull();
    }
  });

  it("leaves no figure to a pixel that is no number", () => {
    expect(figureOf("autoscaled", of(Number.NaN, 2))).toEqual({ low: 0, high: 2 });
  });
});
