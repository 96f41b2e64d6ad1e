/**
 * The principal plane of μ: the two directions in which the encoded images spread most, found by
 * block power iteration with a Rayleigh–Ritz step (Saad, "Numerical Methods for Large Eigenvalue
 * Problems", section 5.2). A whole Jacobi solve at 256 dimensions would take half a second of the
 * trainer's time for the two vectors that are drawn.
 */
import { symmetricEigen } from "#/core/latent/eigen.ts";

export interface PrincipalPlane {
  /** Mean of μ, [latent]. */
  readonly origin: Float32Array;
  /** Two orthonormal rows, [2 × latent]. */
  readonly directions: Float32Array;
}

/** Covariance of `count` rows, [latent × latent], and their mean [latent]. */
export function covariance(
  rows: Float32Array,
  count: number,
  latent: number,
): { mean: Float64Array; matrix: Float64Array } {
  const mean = new Float64Array(latent);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < latent; j++) mean[j] = (mean[j] ?? 0) + (rows[i * latent + j] ?? 0) / count;
  }
  const matrix = new Float64Array(latent * latent);
  const centred = new Float64Array(latent);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < latent; j++) centred[j] = (rows[i * latent + j] ?? 0) - (mean[j] ?? 0);
    for (let j = 0; j < latent; j++) {
      const x = (centred[j] ?? 0) / count;
      for (let k = j; k < latent; k++) {
        const at = j * latent + k;
        matrix[at] = (matrix[at] ?? 0) + x * (centred[k] ?? 0);
      }
    }
  }
  for (let j = 0; j < latent; j++) {
    for (let k = 0; k < j; k++) matrix[j * latent + k] = matrix[k * latent + j] ?? 0;
  }
  return { mean, matrix };
}

/**
 * Of μ [count × latent], latent ≥ 2. Without `previous` each direction points where its largest
 * component is positive; with it, the new plane's basis is turned to lie as near the previous one
 * as an orthogonal map of the plane allows, so that a picture drawn on it does not flip or spin.
 */
export function principalPlane(
  mean: Float32Array,
  count: number,
  latent: number,
  previous: PrincipalPlane | null,
): PrincipalPlane {
  const { mean: centre, matrix } = covariance(mean, count, latent);
  const [first, second] = leadingVectors(matrix, latent);
  if (previous?.directions.length === 2 * latent) turnTowards(first, second, previous.directions);
  else for (const v of [first, second]) orient(v);
  const directions = new Float32Array(2 * latent);
  directions.set(first);
  directions.set(second, latent);
  return { origin: Float32Array.from(centre), directions };
}

const blockSize = 8;
const maxIterations = 200;
const tolerance = 1e-7;

function leadingVectors(matrix: Float64Array, n: number): [Float64Array, Float64Array] {
  const size = Math.min(blockSize, n);
  // Starting at the axes of largest variance keeps the start deterministic and near the answer.
  const start = Array.from({ length: n }, (_, i) => i)
    .sort((i, j) => (matrix[j * n + j] ?? 0) - (matrix[i * n + i] ?? 0) || i - j)
    .slice(0, size);
  let block: Float64Array[] = start.map((axis) => {
    const v = new Float64Array(n);
    // A trace of every axis, so that no eigenvector is orthogonal to the whole block.
    for (let i = 0; i < n; i++) v[i] = 1e-3 / (1 + ((i * 7 + axis) % n));
    v[axis] = 1;
    return v;
  });
  orthonormalise(block);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const images = block.map((v) => multiply(matrix, v, n));
    const small = Float64Array.from(block.flatMap((v) => images.map((w) => dot(v, w))));
    const { values, vectors } = symmetricEigen(small, size);
    const ritz = (rows: Float64Array[], k: number) =>
      combine(rows, vectors.subarray(k * size, (k + 1) * size));
    const scale = Math.max(values[0] ?? 0, Number.MIN_VALUE);
    const converged = [0, 1].every((k) => {
      const v = ritz(block, k);
      const w = ritz(images, k);
      return distance(w, v, values[k] ?? 0) <= tolerance * scale;
    });
    if (converged || size === n) return [ritz(block, 0), ritz(block, 1)];
    block = images.map((_, k) => ritz(images, k));
    orthonormalise(block);
  }
  // Eigenvalues this close make any basis of their plane as good as another.
  return [combine(block, unit(size, 0)), combine(block, unit(size, 1))];
}

function unit(size: number, axis: number): Float64Array {
  const v = new Float64Array(size);
  v[axis] = 1;
  return v;
}

/** ‖w − λv‖. */
function distance(w: Float64Array, v: Float64Array, lambda: number): number {
  return Math.sqrt(w.reduce((sum, x, i) => sum + (x - lambda * (v[i] ?? 0)) ** 2, 0));
}

function multiply(matrix: Float64Array, v: Float64Array, n: number): Float64Array {
  return Float64Array.from(v, (_, i) => dot(matrix.subarray(i * n, (i + 1) * n), v));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function combine(rows: readonly Float64Array[], weights: Float64Array): Float64Array {
  const out = new Float64Array(rows[0]?.length ?? 0);
  rows.forEach((row, k) => {
    addScaled(out, row, weights[k] ?? 0);
  });
  return out;
}

function addScaled(target: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (row[i] ?? 0);
}

/** Gram–Schmidt, in place, twice for stability; a vector that vanishes is replaced by a free axis. */
function orthonormalise(block: readonly Float64Array[]): void {
  block.forEach((v, k) => {
    let axis = 0;
    for (;;) {
      const before = Math.sqrt(dot(v, v));
      for (let pass = 0; pass < 2; pass++) {
        for (const earlier of block.slice(0, k)) addScaled(v, earlier, -dot(earlier, v));
      }
      const length = Math.sqrt(dot(v, v));
      if (length > 1e-12 * before && length > 0) {
        for (let i = 0; i < v.length; i++) v[i] = (v[i] ?? 0) / length;
        return;
      }
      v.fill(0);
      v[axis++] = 1;
    }
  });
}

function orient(v: Float64Array): void {
  const largest = v.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
  if (largest < 0) for (let i = 0; i < v.length; i++) v[i] = -(v[i] ?? 0);
}

/**
 * Orthogonal Procrustes in the plane: with M the 2 × 2 matrix of inner products between the
 * previous basis P and the new one V, the nearest basis is Q·V, Q the orthogonal polar factor of M.
 */
function turnTowards(first: Float64Array, second: Float64Array, previous: Float32Array): void {
  const n = first.length;
  const p0 = Float64Array.from(previous.subarray(0, n));
  const p1 = Float64Array.from(previous.subarray(n));
  const [a, b, c, d] = [dot(p0, first), dot(p0, second), dot(p1, first), dot(p1, second)];
  // Closed form: the better of the nearest rotation and the nearest reflection.
  const turn = Math.hypot(a + d, c - b);
  const flip = Math.hypot(a - d, b + c);
  const mirrored = flip > turn;
  const length = Math.max(turn, flip);
  if (length === 0) return;
  const cos = (mirrored ? a - d : a + d) / length;
  const sin = (mirrored ? b + c : c - b) / length;
  const x = Float64Array.from(first);
  const y = Float64Array.from(second);
  first.fill(0);
  second.fill(0);
  addScaled(first, x, cos);
  addScaled(first, y, mirrored ? sin : -sin);
  addScaled(second, x, sin);
  addScaled(second, y, mirrored ? -cos : cos);
}
