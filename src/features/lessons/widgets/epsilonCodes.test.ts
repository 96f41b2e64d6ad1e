import { describe, expect, it } from "vitest";
import { asEncoded, codesOf, windowOf } from "#/features/lessons/widgets/epsilonCodes.ts";

const untrained = {
  mean: Float32Array.of(0.02, -0.01),
  logVariance: Float32Array.of(0.01, -0.02),
};
const still = [0, 0];

describe("the window of the ε widget", () => {
  it.each([
    ["an untrained model", asEncoded],
    ["σ times four", { shift: [0, 0], scale: [4, 4] }],
    ["a far mean", { shift: [3, -5], scale: [0.1, 0.1] }],
  ])("holds the 2σ ellipse and the prior of %s", (_, change) => {
    const codes = codesOf(untrained, still, change);
    const { x, y } = windowOf(codes);
    [x, y].forEach(([from, to], j) => {
      const { mean = Number.NaN, sigma = Number.NaN } = codes[j] ?? {};
      expect(from).toBeLessThanOrEqual(Math.min(mean - 2 * sigma, -1));
      expect(to).toBeGreaterThanOrEqual(Math.max(mean + 2 * sigma, 1));
    });
    expect(x[1] - x[0]).toBeCloseTo(y[1] - y[0], 12);
  });

  it("stands still under a small move", () => {
    const moved = codesOf(untrained, still, { shift: [0.05, 0.05], scale: [1, 1] });
    expect(windowOf(moved)).toEqual(windowOf(codesOf(untrained, still, asEncoded)));
  });

  it("holds a z that fell far out", () => {
    expect(windowOf(codesOf(untrained, [3.5, 0], asEncoded)).x[1]).toBeGreaterThan(3.5);
  });
});
