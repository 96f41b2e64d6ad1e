/**
 * The importance-weighted bound: log 1/k Σ w with w = p(x|z)·p(z)/q(z|x) and k draws z ~ q(z|x)
 * (Burda, Grosse & Salakhutdinov, 2016), in double precision. Draws and scores come from elsewhere.
 */

/** log of the mean of e^w over `logWeights`; −∞ where all are. */
export function logMeanExp(logWeights: Float64Array): number {
  let highest = -Infinity;
  for (const value of logWeights) if (value > highest) highest = value;
  if (highest === -Infinity) return -Infinity;
  let sum = 0;
  for (const value of logWeights) sum += Math.exp(value - highest);
  return highest + Math.log(sum / logWeights.length);
}

/** −log (1/k) Σ w of each group of k weights, their mean: nats. `k` divides the number of weights. */
export function negativeBound(logWeights: Float64Array, k: number): number {
  let sum = 0;
  for (let from = 0; from < logWeights.length; from += k) {
    sum -= logMeanExp(logWeights.subarray(from, from + k));
  }
  return (sum * k) / logWeights.length;
}

/**
 * log p(z) − log q(z|x) of z = μ + σ·ε, row `row` of [count × latent] each: the two Gaussians'
 * constants cancel. `logVariance` is log σ² of the distribution drawn from.
 */
export function logPriorRatio(
  z: ArrayLike<number>,
  epsilon: ArrayLike<number>,
  logVariance: ArrayLike<number>,
  at: { readonly row: number; readonly image: number; readonly latent: number },
): number {
  let sum = 0;
  for (let j = 0; j < at.latent; j++) {
    const value = z[at.row * at.latent + j] ?? 0;
    const noise = epsilon[at.row * at.latent + j] ?? 0;
    sum += noise * noise - value * value + (logVariance[at.image * at.latent + j] ?? 0);
  }
  return sum / 2;
}

/** Mean of `values` and the standard error of that mean; 0 for a single one. */
export function meanWithError(values: readonly number[]): { mean: number; error: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count) };
}
