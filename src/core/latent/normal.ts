/** Φ and Φ⁻¹ in double precision, for axes and grids. The noise generator has its own (rng.ts). */

/**
 * Φ(x), absolute error below 1e-14: the series 26.2.11 of Abramowitz & Stegun on |x| < 4, where 60
 * terms suffice, and their continued fraction 26.2.14 beyond, 40 levels deep.
 */
export function standardNormalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  const a = Math.abs(x);
  if (a > 38) return x > 0 ? 1 : 0;
  const density = Math.exp(-0.5 * a * a) / Math.sqrt(2 * Math.PI);
  if (a < 4) {
    let term = a;
    let sum = a;
    for (let k = 1; k < 60; k++) {
      term *= (a * a) / (2 * k + 1);
      sum += term;
    }
    return x > 0 ? 0.5 + density * sum : 0.5 - density * sum;
  }
  let fraction = a;
  for (let k = 40; k > 0; k--) fraction = a + k / fraction;
  const tail = density / fraction;
  return x > 0 ? 1 - tail : tail;
}

const LOWEST = 1e-12;

/** Φ⁻¹(p) by Newton steps from a logistic start, p clamped to [1e-12, 1 − 1e-12] (|z| ≤ 7.03). */
export function standardNormalQuantileExact(p: number): number {
  const q = Math.min(Math.max(p, LOWEST), 1 - LOWEST);
  if (q === 0.5) return 0;
  let lower = -7.1;
  let upper = 7.1;
  let x = Math.log(q / (1 - q)) / 1.702;
  for (let i = 0; i < 60; i++) {
    const error = standardNormalCdf(x) - q;
    if (error > 0) upper = x;
    else lower = x;
    const step = (error * Math.sqrt(2 * Math.PI)) / Math.exp(-0.5 * x * x);
    if (Math.abs(step) < 1e-13) break;
    const next = x - step;
    x = next > lower && next < upper ? next : (lower + upper) / 2;
  }
  return x;
}

/** The n values Φ⁻¹(linspace(p, 1 − p, n)): the probit grid of a latent sheet. n = 1 gives 0. */
export function probitGrid(n: number, p: number): number[] {
  if (n === 1) return [0];
  return Array.from({ length: n }, (_, i) =>
    standardNormalQuantileExact(p + ((1 - 2 * p) * i) / (n - 1)),
  );
}
