/**
 * The reference points of a Bernoulli loss, taken as images go by; the formulas of
 * scripts/data/statistics.mjs, which takes them of a whole set at once. Nats per image, summed over
 * pixels, bytes read as probabilities x / 255.
 */
import type { DatasetEntry } from "#/core/data/manifest.ts";

export interface LandmarkSums {
  /** `images`: some more, one after another. */
  add(images: Uint8Array): void;
  result(): DatasetEntry["landmarks"];
}

export function createLandmarkSums(dimensions: number): LandmarkSums {
  const sums = new Float64Array(dimensions);
  const histogram = new Float64Array(256);
  let count = 0;
  return {
    add(images) {
      for (let start = 0; start < images.length; start += dimensions) {
        count++;
        for (let d = 0; d < dimensions; d++) {
          const value = images[start + d] ?? 0;
          sums[d] = (sums[d] ?? 0) + value;
          histogram[value] = (histogram[value] ?? 0) + 1;
        }
      }
    },
    result: () => ({
      // Cross-entropy is linear in x, so answering the mean image costs its own entropy.
      meanImageEntropy: sums.reduce((total, sum) => total + binaryEntropy(sum / count / 255), 0),
      greyEntropyFloor:
        histogram.reduce((total, seen, value) => total + seen * binaryEntropy(value / 255), 0) /
        count,
    }),
  };
}

/** Entropy of a Bernoulli variable, nats. */
function binaryEntropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
}
