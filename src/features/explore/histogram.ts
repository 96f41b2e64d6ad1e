/**
 * The distribution of one coordinate of μ over the encoded test points, on the scale of a slider.
 * Densities, so that it stands against the prior's curve; pure, draws nothing.
 */

/** The sliders' range, in standard deviations of the prior. */
export const reach = 3;

/**
 * Density of coordinate `dimension` in `bins` equal bins over ±3: counts / (points · bin width).
 * Points outside are left out but counted in the total, so the area is the share inside. [bins]
 */
export function coordinateDensity(
  mean: Float32Array,
  latent: number,
  dimension: number,
  bins: number,
): Float32Array {
  const density = new Float32Array(bins);
  const count = mean.length / latent;
  if (count === 0) return density;
  const width = (2 * reach) / bins;
  const each = 1 / (count * width);
  for (let i = dimension; i < mean.length; i += latent) {
    const value = mean[i] ?? 0;
    if (value < -reach || value > reach) continue;
    const bin = Math.min(Math.floor((value + reach) / width), bins - 1);
    density[bin] = (density[bin] ?? 0) + each;
  }
  return density;
}

/** Density of N(0, 1). */
export function priorDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
