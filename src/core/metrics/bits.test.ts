import { expect, it } from "vitest";
import { firstConfig, variant } from "#/core/experiment/presets/base.ts";
import { bitsPerDimension } from "#/core/metrics/bits.ts";

it("gives bits for binary pixels alone, and the reason elsewhere", () => {
  const binary = variant(firstConfig, { data: { pixels: "binarise" } });
  const figure = bitsPerDimension(binary, 784 * Math.LN2, 784);
  expect(figure).toEqual({ bitsPerDimension: 1, bitsPerDimensionReason: null });
  const reasons = [
    firstConfig,
    variant(firstConfig, { data: { pixels: "standardise" } }),
    variant(binary, { objective: { likelihood: "gaussian" } }),
    variant(binary, { objective: { sampling: false } }),
  ].map((config) => bitsPerDimension(config, 100, 784).bitsPerDimensionReason);
  expect(reasons).toEqual(["grey-pixels", "standardised-pixels", "gaussian", "autoencoder"]);
});
