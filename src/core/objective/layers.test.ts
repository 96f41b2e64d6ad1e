import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResolvedLayer } from "#/core/model/resolved.ts";
import { convLayer, convTransposeLayer } from "#/core/model/resolvedLayer.ts";
import { weightedSums } from "#/core/objective/layers.ts";

const linear = { activation: "linear", filters: 1, kernel: 3, stride: 2 } as const;

/** The kernel that is 1 at one tap. */
function tap(index: number) {
  return { kernel: Float64Array.from({ length: 9 }, (_, i) => (i === index ? 1 : 0)), bias: [0] };
}

describe("weightedSums", () => {
  const image = Float64Array.from({ length: 16 }, (_, i) => i);

  it("pads stride 2 on an even side after, not before", () => {
    const layer = convLayer("c", [4, 4, 1], linear);
    // The first tap alone: pixels (0,0), (0,2), (2,0), (2,2).
    expect([...weightedSums(layer, tap(0), image)]).toEqual([0, 2, 8, 10]);
    // The last tap: (2,2), then padding past the edge.
    expect([...weightedSums(layer, tap(8), image)]).toEqual([10, 0, 0, 0]);
  });

  it("stays inside the map where padding is valid", () => {
    const layer = convLayer("c", [4, 4, 1], { ...linear, stride: 1, padding: "valid" });
    expect([...weightedSums(layer, tap(0), image)]).toEqual([0, 1, 4, 5]);
    expect([...weightedSums(layer, tap(8), image)]).toEqual([10, 11, 14, 15]);
    // One row and column of four is never read.
    const strided = convLayer("c", [4, 4, 1], { ...linear, padding: "valid" });
    expect([...weightedSums(strided, tap(4), image)]).toEqual([5]);
  });

  it("spreads a pixel over a whole kernel where padding is valid", () => {
    const up = convTransposeLayer("c", [2, 1, 1], { ...linear, padding: "valid" });
    const kernel = Float64Array.from({ length: 9 }, (_, i) => i + 1);
    // 5 rows of 3; the two kernels meet in the third row: 10·(7, 8, 9) + (1, 2, 3).
    expect([...weightedSums(up, { kernel, bias: [0] }, Float64Array.of(10, 1))]).toEqual([
      10, 20, 30, 40, 50, 60, 71, 82, 93, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it("makes the transposed convolution the adjoint of the convolution: ⟨Kx, y⟩ = ⟨x, Kᵀy⟩", () => {
    const shape = fc.record({
      side: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: 3 }),
      kernel: fc.integer({ min: 1, max: 4 }),
      padding: fc.constantFrom("same" as const, "valid" as const),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(shape, ({ side, seed, ...window }) => {
        const draw = (n: number, k: number) =>
          Float64Array.from({ length: n }, (_, i) => Math.sin(seed + 1.7 * i + k));
        const [cIn, cOut] = [2, 3];
        const up = convTransposeLayer("c", [side, side, cOut], {
          activation: "linear",
          filters: cIn,
          ...window,
        });
        const down: ResolvedLayer = { ...up, op: "conv", input: up.output, output: up.input };
        const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
        const kernel = draw(size(up.kernelShape), 1);
        const x = draw(size(down.input), 2);
        const y = draw(size(down.output), 3);
        const dot = (a: Float64Array, b: Float64Array) =>
          a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
        const left = dot(weightedSums(down, { kernel, bias: new Float64Array(cOut) }, x), y);
        const right = dot(x, weightedSums(up, { kernel, bias: new Float64Array(cIn) }, y));
        expect(left).toBeCloseTo(right, 9);
      }),
    );
  });
});
