/**
 * The numbers that give a Bernoulli loss meaning, in nats per image summed over pixels, taken over
 * the whole training set with pixels read as probabilities x / 255.
 */

/** Entropy of a Bernoulli variable, nats. @param {number} p */
function binaryEntropy(p) {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
}

/**
 * @param {Uint8Array} pixels images one after another
 * @param {number} dimensions pixels times channels
 */
export function landmarks(pixels, dimensions) {
  const images = pixels.length / dimensions;
  const sums = new Float64Array(dimensions);
  const histogram = new Float64Array(256);
  for (let start = 0; start < pixels.length; start += dimensions) {
    for (let d = 0; d < dimensions; d++) {
      const value = pixels[start + d];
      sums[d] += value;
      histogram[value] += 1;
    }
  }
  return {
    // Answering every image with the mean image costs Σ H(mean): cross-entropy is linear in x.
    meanImageEntropy: sums.reduce((total, sum) => total + binaryEntropy(sum / images / 255), 0),
    // A perfect copy of grey pixels still costs their own entropy.
    greyEntropyFloor:
      histogram.reduce((total, count, value) => total + count * binaryEntropy(value / 255), 0) /
      images,
  };
}
