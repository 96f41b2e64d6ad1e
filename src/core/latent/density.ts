/**
 * Density of the aggregate posterior q(z) = 1/N Σ q(z|xᵢ) on the plane: the exact mass that the
 * encoded points' posteriors put into each square of the screen, so it is right in z and in Φ(z),
 * with its marginals along both axes. Not a kernel estimate: the widths are the encoder's own.
 */
import { standardNormalCdf } from "#/core/latent/normal.ts";
import { fromScreen, type PlaneAxes, type PlaneWindow } from "#/core/latent/plane.ts";
import { planarPosterior, type PlanarGaussian } from "#/core/latent/posterior.ts";

export interface PlaneDensity {
  readonly size: number;
  /** Mass per unit of the frame's area, rows from the top. [size²] */
  readonly area: Float32Array;
  /** Mass per frame width along u, over all of the other axis. [size] */
  readonly alongU: Float32Array;
  /** Mass per frame height along v, from the top. [size] */
  readonly alongV: Float32Array;
}

export interface DensitySource {
  readonly axes: PlaneAxes;
  readonly window: PlaneWindow;
  readonly mean: Float32Array;
  readonly logVariance: Float32Array;
  readonly count: number;
}

export function aggregateDensity(source: DensitySource, size: number): PlaneDensity {
  const { axes, window, mean, logVariance, count } = source;
  const latent = count === 0 ? 0 : mean.length / count;
  const gaussians = Array.from({ length: count }, (_, i) =>
    planarPosterior(axes, mean, logVariance, i * latent),
  );
  return densityOf(gaussians, window, size);
}

export function densityOf(
  gaussians: readonly PlanarGaussian[],
  window: PlaneWindow,
  size: number,
): PlaneDensity {
  const area = new Float32Array(size * size);
  const alongU = new Float32Array(size);
  const alongV = new Float32Array(size);
  const edgesA = new Float64Array(size + 1);
  const edgesB = new Float64Array(size + 1);
  for (let i = 0; i <= size; i++) {
    const [a, b] = fromScreen(window, i / size, 1 - i / size);
    edgesA[i] = a;
    edgesB[i] = b;
  }
  const share = 1 / Math.max(gaussians.length, 1);
  const masses = new Float64Array(size);
  for (const g of gaussians) {
    const sa = Math.sqrt(g.aa);
    const sb = Math.sqrt(g.bb);
    const slope = g.bb > 0 ? g.ab / g.bb : 0;
    const conditional = Math.sqrt(Math.max(g.aa - slope * g.ab, 1e-12));
    const [firstA, lastA] = intervalMasses(edgesA, g.centre[0], sa, masses);
    for (let i = firstA; i <= lastA; i++) {
      alongU[i] = (alongU[i] ?? 0) + (masses[i] ?? 0) * share * size;
    }
    const columns = masses.slice();
    const [firstB, lastB] = intervalMasses(edgesB, g.centre[1], sb, masses);
    const rows = masses.slice();
    for (let r = firstB; r <= lastB; r++) {
      const weight = (rows[r] ?? 0) * share;
      const row = size - 1 - r;
      alongV[row] = (alongV[row] ?? 0) + weight * size;
      let first = firstA;
      let last = lastA;
      let across = columns;
      if (slope !== 0) {
        // a | b is Gaussian; b is taken as the point of the row nearest its mean.
        const b = Math.min(Math.max(g.centre[1], edgesB[r] ?? 0), edgesB[r + 1] ?? 0);
        const middle = g.centre[0] + slope * (b - g.centre[1]);
        [first, last] = intervalMasses(edgesA, middle, conditional, masses);
        across = masses;
      }
      for (let i = first; i <= last; i++) {
        const at = row * size + i;
        area[at] = (area[at] ?? 0) + (across[i] ?? 0) * weight * size * size;
      }
    }
  }
  return { size, area, alongU, alongV };
}

/** Beyond this many standard deviations nothing is added: 6e-5 of the mass. */
const REACH = 4;

/** Mass of N(centre, sd²) between consecutive edges; returns the first and last interval touched. */
function intervalMasses(
  edges: Float64Array,
  centre: number,
  sd: number,
  out: Float64Array,
): [first: number, last: number] {
  const count = edges.length - 1;
  const first = Math.max(below(edges, centre - REACH * sd), 0);
  const last = Math.min(below(edges, centre + REACH * sd), count - 1);
  let previous = cdf(((edges[first] ?? 0) - centre) / sd);
  for (let i = first; i <= last; i++) {
    const next = cdf(((edges[i + 1] ?? 0) - centre) / sd);
    out[i] = next - previous;
    previous = next;
  }
  return [first, last];
}

/** Index of the last edge ≤ value; −1 when all lie above. */
function below(edges: Float64Array, value: number): number {
  let low = -1;
  let high = edges.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Φ by table: two thousand points need hundreds of thousands of values a frame. Error < 1e-6. */
const STEPS_PER_UNIT = 256;
const TABLE_REACH = 6;
const TABLE = Float64Array.from({ length: 2 * TABLE_REACH * STEPS_PER_UNIT + 2 }, (_, i) =>
  standardNormalCdf(i / STEPS_PER_UNIT - TABLE_REACH),
);

function cdf(x: number): number {
  if (x <= -TABLE_REACH) return 0;
  if (x >= TABLE_REACH) return 1;
  const position = (x + TABLE_REACH) * STEPS_PER_UNIT;
  const i = Math.floor(position);
  const low = TABLE[i] ?? 0;
  return low + (position - i) * ((TABLE[i + 1] ?? 1) - low);
}
