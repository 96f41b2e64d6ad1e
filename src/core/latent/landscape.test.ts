import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstConfig } from "#/core/experiment/presets/base.ts";
import { imageLandscape, prepareLandscape, priorLandscape } from "#/core/latent/landscape.ts";
import { rawOf } from "#/core/objective/output.ts";
import { writtenPixelLoss } from "#/core/objective/pixelLoss.ts";
import { guards, noiseModels, sigmoidPlaces, type ObjectiveSpec } from "#/core/objective/spec.ts";
import { createRng } from "#/core/rng.ts";

const [cells, pixels, logSigma] = [5, 9, -0.7];

/** Σ over pixels of the oracle's term, cell by cell, at values l of the output layer. */
function oracle(objective: ObjectiveSpec, layer: Float64Array, image: Float32Array): number[] {
  return Array.from({ length: cells }, (_, cell) =>
    image.reduce(
      (sum, x, d) => sum + writtenPixelLoss(objective, layer[cell * pixels + d]!, x, logSigma),
      0,
    ),
  );
}

function expectOracle(objective: ObjectiveSpec, seed: number): void {
  const rng = createRng(seed);
  const layer = Float64Array.from({ length: cells * pixels }, () => 3 * rng.normal());
  const outputs = Float32Array.from(layer, (l) => rawOf(objective, l));
  const image = Float32Array.from({ length: pixels }, () => rng.uniform());
  const found = imageLandscape(prepareLandscape(objective, outputs, cells, logSigma), image);
  oracle(objective, layer, image).forEach((due, cell) => {
    expect(Math.abs(found[cell]! - due)).toBeLessThan(1e-3 * (1 + Math.abs(due)));
  });
}

const specs = fc.record({
  likelihood: fc.constantFrom("bernoulli" as const, "gaussian" as const),
  sigmoid: fc.constantFrom(...sigmoidPlaces),
  guard: fc.constantFrom(...guards),
  noise: fc.constantFrom(...noiseModels),
  noiseSigma: fc.double({ min: 0.2, max: 2, noNaN: true }),
  guardEpsilon: fc.constantFrom(1e-10, 1e-7, 1e-3),
});

describe("imageLandscape", () => {
  it("is the objective's own −log p(x|z), whatever is chosen", () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 0, max: 1e6 }), (spec, seed) => {
        expectOracle({ ...firstConfig.objective, ...spec }, seed);
      }),
      { numRuns: 300 },
    );
  });

  it("is worked out by hand for one even cell", () => {
    // p = ½ everywhere costs ln 2 a pixel.
    const sheet = prepareLandscape(firstConfig.objective, new Float32Array(784), 1);
    expect(imageLandscape(sheet, new Float32Array(784).fill(0.3))[0]).toBeCloseTo(543.43, 2);
  });

  it("has a cliff where single precision ran out, and no hole", () => {
    const guard = { guard: "additive", guardEpsilon: 1e-10 } as const;
    const objective: ObjectiveSpec = { ...firstConfig.objective, sigmoid: "output", ...guard };
    const sheet = prepareLandscape(objective, Float32Array.of(1, 1), 1);
    expect(imageLandscape(sheet, [1, 1])[0]).toBeCloseTo(0, 4);
    expect(imageLandscape(sheet, [0, 1])[0]).toBeCloseTo(100, 4);
  });
});

describe("priorLandscape", () => {
  it("is half the squared length", () => {
    expect([...priorLandscape([3, 4, 0, 0, 1, 0], 3)]).toEqual([12.5, 0, 0.5]);
    expect(priorLandscape([], 0)).toHaveLength(0);
  });
});
