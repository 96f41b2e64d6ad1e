/**
 * Eigenvalues and eigenvectors of a small dense symmetric matrix by cyclic Jacobi rotations
 * (Golub & Van Loan, "Matrix Computations", section 8.5). For sizes up to a few dozen.
 */

export interface SymmetricEigen {
  /** Descending, [n]. */
  readonly values: Float64Array;
  /** Unit eigenvectors as rows, in the order of `values`, [n × n]. */
  readonly vectors: Float64Array;
}

const maxSweeps = 60;

/** `matrix` [n × n] is symmetric; it is not changed. */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const scale = frobenius(a);
  for (let sweep = 0; sweep < maxSweeps && offDiagonal(a, n) > 1e-15 * scale; sweep++) {
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => at(a, j * n + j) - at(a, i * n + i),
  );
  const values = Float64Array.from(order, (i) => at(a, i * n + i));
  const vectors = new Float64Array(n * n);
  order.forEach((i, row) => {
    vectors.set(v.subarray(i * n, (i + 1) * n), row * n);
  });
  return { values, vectors };
}

/** Zeroes a[p, q] by a rotation of the plane (p, q); `v` gathers the rotations as rows. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = at(a, p * n + q);
  if (apq === 0) return;
  const theta = (at(a, q * n + q) - at(a, p * n + p)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) mix(a, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) mix(a, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) mix(v, p * n + k, q * n + k, c, s);
}

function mix(m: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = at(m, i);
  const y = at(m, j);
  m[i] = c * x - s * y;
  m[j] = s * x + c * y;
}

function at(m: Float64Array, i: number): number {
  return m[i] ?? 0;
}

function frobenius(a: Float64Array): number {
  return Math.sqrt(a.reduce((sum, x) => sum + x * x, 0));
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) sum += at(a, i * n + j) ** 2;
  }
  return Math.sqrt(sum);
}
